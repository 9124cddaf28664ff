import type { FindingBasis, RecordedConflict, RecordShare, TrackRecord, Verdict } from "../schema";
import { wilsonInterval } from "./wilson";

/** Below so many conflicts judged, a share says nothing. */
const ENOUGH = 10;

/** A conflict that the team decided for one camp, with what it was decided on. */
export type Decided = Omit<RecordedConflict, "verdict" | "why" | "claims"> & {
  /** The claims of the camp that holds, by number. */
  preferred: number[];
  basis: Pick<FindingBasis, "claims" | "camps">;
};

type Judged = Pick<RecordedConflict, "verdict" | "why" | "claims">;

/**
 * What a decided conflict tells of an outlet, by the ids it has or had: null where it was no origin of its own in it, for
 * then it only passed on what others said. An outlet counts once, however many of its reports took a side.
 *
 * It was right where its camp holds for another established reason than its own word, wrong where a camp holds that does
 * not rest on it. Whoever stood in both camps, or alone for what was found to hold, is not judged.
 */
export function judgeOutlet(ids: ReadonlySet<string>, { preferred, basis }: Decided): Judged | null {
  const own = basis.camps.flatMap(({ letter, roots }) =>
    roots.filter((root) => isOutlet(root, ids)).map((root) => ({ letter, claims: root.claims })),
  );
  if (own.length === 0) return null;
  const claims = [...new Set(own.flatMap((root) => root.claims))].sort((a, b) => a - b);
  const judged = (verdict: Verdict, why: string) => ({ verdict, why, claims });
  const holds = basis.claims.find(({ number }) => preferred.includes(number))?.camp;
  const camp = basis.camps.find(({ letter }) => letter === holds);
  if (!camp) return judged("not_judged", "what holds is not one of the camps");
  const inCamp = own.some(({ letter }) => letter === holds);
  if (!inCamp) return judged("wrong", `camp ${holds} holds, without it`);
  if (own.some(({ letter }) => letter !== holds)) return judged("not_judged", "it stood in several camps");
  const another = camp.roots.some((root) => root.established && !isOutlet(root, ids));
  return another
    ? judged("right", `camp ${holds} holds, and others vouch for it`)
    : judged("not_judged", `camp ${holds} holds on its word alone`);
}

type Root = FindingBasis["camps"][number]["roots"][number];

const isOutlet = ({ kind, outletId }: Root, ids: ReadonlySet<string>) =>
  kind === "outlet" && outletId !== null && ids.has(outletId);

/** How often an outlet was right in its own voice, over all and by the year in which it was decided, newest first. */
export function trackRecord(ids: ReadonlySet<string>, decided: readonly Decided[]): TrackRecord {
  const conflicts = decided.flatMap(({ preferred, basis, ...conflict }): RecordedConflict[] => {
    const judged = judgeOutlet(ids, { ...conflict, preferred, basis });
    return judged ? [{ ...conflict, ...judged }] : [];
  });
  const years = [...new Set(conflicts.map(yearOf))].sort((a, b) => b - a);
  return {
    ...shareOf(conflicts),
    years: years.map((year) => ({ year, ...shareOf(conflicts.filter((each) => yearOf(each) === year)) })),
    conflicts,
  };
}

const yearOf = ({ decidedAt }: RecordedConflict) => Number(decidedAt.slice(0, 4));

function shareOf(conflicts: readonly RecordedConflict[]): RecordShare {
  const right = conflicts.filter(({ verdict }) => verdict === "right").length;
  const judged = right + conflicts.filter(({ verdict }) => verdict === "wrong").length;
  const { low = null, high = null } = wilsonInterval(right, judged) ?? {};
  return { right, judged, notJudged: conflicts.length - judged, low, high, tooFew: judged < ENOUGH };
}
