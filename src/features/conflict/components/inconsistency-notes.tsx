import type { Relation } from "@/features/relation/schema";
import type { Conflict } from "../schema";
import { Because } from "./because";
import { LinkLine } from "./link-line";

type InconsistencyNotesProps = Pick<Conflict, "inconsistencies" | "circular"> & {
  reasons: ReadonlyMap<string, Relation>;
};

/** Where the team's own annotation does not hold together: contradictions inside a camp, and reports that cite in a circle. */
export function InconsistencyNotes({ inconsistencies, circular, reasons }: InconsistencyNotesProps) {
  if (inconsistencies.length === 0 && circular.length === 0) return null;
  return (
    <section aria-labelledby="inconsistent" className="rounded-md border border-caution bg-caution-wash px-3 py-2.5">
      <h2 id="inconsistent" className="font-semibold text-caution text-sm">
        {inconsistencies.length > 0 ? "A camp contradicts itself" : "Circular reporting"}
      </h2>
      <ul className="mt-1 flex flex-col gap-2 text-sm">
        {inconsistencies.map(({ contradiction, path }) => (
          <li key={contradiction.id}>
            <LinkLine link={contradiction} />
            {path.length > 0 ? (
              <>
                , yet they stand in one camp because of
                <ol className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 ps-4">
                  {path.map((link) => (
                    <li key={link.id}>
                      <LinkLine link={link} />
                    </li>
                  ))}
                </ol>
              </>
            ) : null}
            <Because relation={reasons.get(contradiction.id)} />
          </li>
        ))}
        {circular.map((numbers) => (
          <li key={numbers.join(" ")}>
            {numbers.map((number) => `C-${number}`).join(", ")} repeat each other in a circle: no origin stands behind
            them.
          </li>
        ))}
      </ul>
      {inconsistencies.length > 0 ? (
        <p className="mt-2 text-ink-2 text-sm">
          One of these relations is mistaken, or the camp is two. Judge them again on the claims’ own pages.
        </p>
      ) : null}
    </section>
  );
}
