import type { Article } from "@/features/article/schema";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";

type ComparedVersionsProps = { versions: Article["versions"]; from: number; to: number };

/** Which two versions are compared; a plain form, for the address says it. */
export function ComparedVersions({ versions, from, to }: ComparedVersionsProps) {
  const held = versions.filter((version) => version.held);
  if (held.length < 3) return null;
  const options = held.map(({ ordinal, capturedAt }) => ({
    value: String(ordinal),
    label: `Version ${ordinal}, ${capturedAt.slice(0, 10)}`,
  }));
  return (
    <form className="flex flex-wrap items-end gap-3">
      <Field label="From">
        <Select name="from" options={options} defaultValue={String(from)} />
      </Field>
      <Field label="To">
        <Select name="to" options={options} defaultValue={String(to)} />
      </Field>
      <Button type="submit">Compare</Button>
    </form>
  );
}
