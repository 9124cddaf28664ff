import type { Relation } from "@/features/relation/schema";
import { RelationMark } from "@/ui/relation-mark";
import { listWords } from "../rules/origin-words";
import type { Conflict } from "../schema";
import { Because } from "./because";
import { LinkLine } from "./link-line";

type Reasons = ReadonlyMap<string, Relation>;

type OppositionListProps = { oppositions: Conflict["oppositions"]; reasons: Reasons };

/** Which camps contradict each other, on what, by which claims, and why the team says so. */
export function OppositionList({ oppositions, reasons }: OppositionListProps) {
  return (
    <ul className="flex flex-col gap-5">
      {oppositions.map(({ a, b, about, contradictions }) => (
        <li key={`${a} ${b}`}>
          <h3 className="flex items-center gap-2 font-semibold text-base">
            <span className="sr-only">Camps </span>
            <span className="font-serif">{a}</span>
            <RelationMark
              kind="contradicts"
              word={about.length > 0 ? `contradicts on ${listWords(about)}` : "contradicts"}
            />
            <span className="font-serif">{b}</span>
          </h3>
          <ul className="mt-1 flex flex-col gap-2">
            {contradictions.map((link) => (
              <li key={link.id} className="text-sm">
                <LinkLine link={link} />
                <Because relation={reasons.get(link.id)} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
