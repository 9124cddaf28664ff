import type { Reach } from "../schema";

const PLURAL = new Intl.PluralRules("en");
const counted = (count: number, one: string) =>
  `${count.toLocaleString("en")} ${PLURAL.select(count) === "one" ? one : `${one}s`}`;

/** "Moves 3 articles and 12 claims in 2 cases." */
export function reachInWords({ articles, claims, cases }: Reach): string {
  if (articles + claims === 0) return "No article or claim moves.";
  return `Moves ${counted(articles, "article")} and ${counted(claims, "claim")} in ${counted(cases, "case")}.`;
}

/** What would move, said aloud when it changes. */
export function ReachNote({ reach }: { reach: Reach | null }) {
  return (
    <p role="status" className="min-h-5 text-ink-2 text-sm tabular-nums">
      {reach ? reachInWords(reach) : "Counting what would move…"}
    </p>
  );
}
