import { formatVagueDate } from "@/dates/format-vague-date";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

/** Chooses the day that the conflict is told as of, and says what that day changes. Works without a script. */
export function AsOfBar({ day }: { day: string | null }) {
  if (day === null) {
    return (
      <Disclosure summary="As of another day">
        <Choose day={null} />
      </Disclosure>
    );
  }
  return (
    <section
      aria-label={`As of ${formatVagueDate(day)}`}
      className="mb-4 flex flex-col gap-2 bg-accent-wash px-3 py-2.5"
    >
      <p className="font-semibold text-sm">As of the end of {formatVagueDate(day)} (UTC)</p>
      <p className="max-w-form text-ink-2 text-sm">
        The relations, the claims, their words and dates, and the findings are those of that day. What claims are
        credited to, their grades, who owns which outlet and what is marked as a copy are those of today.
      </p>
      <Choose day={day} />
    </section>
  );
}

function Choose({ day }: { day: string | null }) {
  return (
    <form className="flex flex-wrap items-end gap-2">
      <Field label="Day" id="asOf">
        <Input type="date" name="asOf" required defaultValue={day ?? ""} className="w-44" />
      </Field>
      <Button type="submit">Show</Button>
      {day ? (
        <a href="?" className="link px-2 py-1.5 text-sm">
          Back to today
        </a>
      ) : null}
    </form>
  );
}

/** The claim was in no conflict on that day. */
export function NoConflictThen({ number, day }: { number: string; day: string }) {
  return (
    <div className="mx-auto flex max-w-page flex-col gap-4 px-4 py-5 md:px-6">
      <h1 className="font-semibold font-serif text-xl">Nothing was contested then</h1>
      <p className="max-w-form text-ink-2">
        At the end of {formatVagueDate(day)} no contradiction stood that {number.replace(/^(\d)/, "C-$1")} was part of:
        its claims had not been entered, or nobody had said that they contradict each other.
      </p>
      <AsOfBar day={day} />
    </div>
  );
}
