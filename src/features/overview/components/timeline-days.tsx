import Link from "next/link";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { TimelineLook, TimelineParams } from "../rules/timeline-address";

type TimelineDaysProps = {
  look: TimelineLook;
  /** What was typed: words that are no date stay to be put right. */
  typed: TimelineParams;
  /** The address that looks at all days. */
  whole: string;
};

/** The days looked at, in words: "October 2024". Works without a script. */
export function TimelineDays({ look, typed, whole }: TimelineDaysProps) {
  const narrowed = Boolean(look.from || look.to);
  return (
    <form className="flex flex-wrap items-end gap-2" key={`${typed.from} ${typed.to}`}>
      {look.by === "conflict" ? null : <input type="hidden" name="by" value={look.by} />}
      {look.view === "table" ? <input type="hidden" name="view" value="table" /> : null}
      <Field label="From" id="from" error={look.problems.from}>
        <Input name="from" defaultValue={typed.from ?? ""} placeholder="October 2024" className="w-36" />
      </Field>
      <Field label="To" id="to" error={look.problems.to}>
        <Input name="to" defaultValue={typed.to ?? ""} placeholder="2024-11-05" className="w-36" />
      </Field>
      <Button type="submit">Show</Button>
      {narrowed ? (
        <Link href={whole} scroll={false} className="link pb-1.5 text-sm">
          All days
        </Link>
      ) : null}
    </form>
  );
}
