"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";
import { Chip } from "@/ui/chip";
import { Select, type SelectOption } from "@/ui/select";
import { SourceText } from "@/ui/source-text";
import { type Directory, directoryQuery } from "../rules/directory-address";

const SELECTS: { field: "graded" | "used" | "order"; label: string; placeholder: string; options: SelectOption[] }[] = [
  {
    field: "graded",
    label: "Grade",
    placeholder: "Graded or not",
    options: [
      { value: "true", label: "Graded" },
      { value: "false", label: "Not graded" },
    ],
  },
  {
    field: "used",
    label: "Use",
    placeholder: "Used or not",
    options: [
      { value: "true", label: "Used" },
      { value: "false", label: "Unused" },
    ],
  },
  { field: "order", label: "Order", placeholder: "By name", options: [{ value: "owner", label: "By owner" }] },
];

/** Narrows and orders the directory. Kept in the address; works without a script. */
export function DirectoryFilter({ directory }: { directory: Directory }) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const show = (next: Directory) =>
    startTransition(() => router.replace(pathname + directoryQuery(next), { scroll: false }));
  const without = (field: keyof Directory) => {
    const { [field]: _, ...rest } = directory;
    return rest;
  };
  const { q, owner, case: caseId } = directory;
  return (
    <form action={pathname} aria-busy={pending} className="mb-3 flex flex-wrap items-center gap-2">
      {Object.entries({ q, owner, case: caseId }).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {SELECTS.map(({ field, label, placeholder, options }) => (
        <Select
          key={`${field} ${directory[field]}`}
          name={field}
          aria-label={label}
          className="w-36"
          placeholder={placeholder}
          defaultValue={directory[field] ?? ""}
          options={options}
          onChange={({ currentTarget: { value } }) => show(value ? { ...directory, [field]: value } : without(field))}
        />
      ))}
      {owner ? (
        <Chip onRemove={() => show(without("owner"))} removeLabel={`Remove the filter: owner is ${owner}`}>
          <span className="text-ink-2">owner is</span> <SourceText className="font-medium">{owner}</SourceText>
        </Chip>
      ) : null}
      <noscript>
        <button type="submit">Show</button>
      </noscript>
    </form>
  );
}
