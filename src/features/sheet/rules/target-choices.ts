import { COLUMNS } from "../schema";
import { Target } from "./mapping";
import { columnLabel } from "./view-columns";

/** What a column becomes as one word, for a list of choices: `reliability+credibility`. */
export const targetKey = (to: readonly Target[]): string => to.join("+");

export const readTargets = (key: string): Target[] => key.split("+").map((each) => Target.parse(each));

const BOTH_GRADES = "reliability+credibility";

/** What is not a person's to say: the export writes it. */
const NOBODYS: readonly string[] = ["entered_by", "entered_at"];

/** What a column of a file may become: first what it is taken for, and may be, then everything else. */
export function targetChoices({ to, perhaps }: { to: readonly Target[]; perhaps: readonly Target[] }) {
  const first = [targetKey(to), ...perhaps];
  const rest = [...COLUMNS.filter((column) => !NOBODYS.includes(column)), BOTH_GRADES, "extra", "left_out"];
  return [...new Set([...first, ...rest])].map((value) => ({ value, label: labelOf(value) }));
}

function labelOf(key: string): string {
  if (key === "extra") return "a column of its own";
  if (key === "left_out") return "nothing: leave it out";
  return readTargets(key)
    .map((target) => columnLabel(target))
    .join(" and ");
}
