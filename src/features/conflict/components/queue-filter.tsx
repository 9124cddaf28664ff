"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ComponentProps, useTransition } from "react";
import { Checkbox } from "@/ui/checkbox";
import { LinkButton } from "@/ui/link-button";
import { Select } from "@/ui/select";
import {
  ABOUT_CHOICES,
  choiceOf,
  isNarrowed,
  type QueueChoice,
  type QueueField,
  queueQuery,
  STATUS_CHOICES,
} from "../rules/queue-address";

type Named = { id: string; name: string };

type QueueFilterProps = {
  /** What the address asks for now. */
  choice: QueueChoice;
  outlets: Named[];
  /** Who may decide conflicts, without the person who asks. */
  others: Named[];
  /** False for those who decide none themselves. */
  decides: boolean;
};

/** Narrows and orders the queue. Kept in the address, so that it can be sent to a colleague; works without a script. */
export function QueueFilter({ choice, outlets, others, decides }: QueueFilterProps) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const choose = (form: HTMLFormElement) => {
    const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    startTransition(() => router.replace(pathname + queueQuery(choiceOf(given)), { scroll: false }));
  };
  const bind = (
    name: QueueField,
    label: string,
  ): Pick<ComponentProps<typeof Select>, "name" | "aria-label"> & {
    defaultValue: string;
  } => ({ name, "aria-label": label, defaultValue: choice[name] ?? "" });
  const people = [
    ...(decides ? [{ value: "me", label: "to be decided by me" }] : []),
    { value: "none", label: "to be decided by nobody yet" },
    ...others.map(({ id, name }) => ({ value: id, label: `to be decided by ${name}` })),
  ];
  return (
    <form
      key={queueQuery(choice)}
      action={pathname}
      aria-label="Narrow the queue"
      aria-busy={pending}
      onChange={(event) => choose(event.currentTarget)}
      className="mb-2 flex flex-wrap items-center gap-2"
    >
      <Select {...bind("status", "Status")} className="w-40" placeholder="Any status" options={STATUS_CHOICES} />
      <Select {...bind("about", "About")} className="w-32" placeholder="On anything" options={ABOUT_CHOICES} />
      <Select
        {...bind("outlet", "Outlet")}
        className="w-40"
        placeholder="Any outlet"
        options={outlets.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select {...bind("assignee", "To be decided by")} className="w-40" placeholder="By anybody" options={people} />
      <Checkbox
        name="inconsistent"
        value="true"
        label="Contradicts itself"
        defaultChecked={choice.inconsistent === "true"}
      />
      <Select
        {...bind("sort", "Order")}
        className="ms-auto w-44"
        placeholder="Most pressing first"
        options={[{ value: "number", label: "By number" }]}
      />
      {isNarrowed(choice) ? (
        <LinkButton href={pathname} variant="ghost" size="sm">
          Clear
        </LinkButton>
      ) : null}
      <noscript>
        <button type="submit">Show</button>
      </noscript>
    </form>
  );
}
