import type { Activity } from "../schema";
import { fieldLabel } from "./tell-activity";

type Fields = Record<string, unknown>;

/** What of a row is read here. */
export type Change = Pick<Activity, "seq" | "actor" | "verb" | "before" | "after" | "withheld"> & {
  subject: Pick<Activity["subject"], "id" | "type">;
};

export const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** The number of the change that a row set back, where it did. */
export function setsBackOf({ after }: Pick<Change, "after">): number | null {
  const { setsBack } = fieldsOf(after);
  return typeof setsBack === "number" ? setsBack : null;
}

/** A comment's rows bear the name of what it is on. */
const thingOf = ({ subject, before, after }: Change): string =>
  `${subject.type} ${subject.id} ${fieldsOf(after).comment ?? fieldsOf(before).comment ?? ""}`;

type Undone<C> = { target: C; undone: boolean };

/**
 * Of changes in their order, those that nobody has taken back: neither they nor what took them back are left. Taken back
 * is what a later row says that it set back, and what its author turned round by hand right after.
 */
export function inForce<C extends Change>(changes: readonly C[]): C[] {
  const standing = new Map<number, C>();
  const undos = new Map<number, Undone<C>>();
  const undone = new Map<number, C>();
  const turn = (by: number, target: C, back: boolean) => {
    if (back) {
      standing.delete(target.seq);
      undone.set(target.seq, target);
    } else standing.set(target.seq, target);
    undos.set(by, { target, undone: back });
  };
  const takeBackByHand = (change: C): boolean => {
    const thing = thingOf(change);
    const last = [...standing.values()].filter((each) => thingOf(each) === thing).at(-1);
    if (!last || !isTurnedRound(last, change)) return false;
    turn(change.seq, last, true);
    return true;
  };
  for (const change of changes) {
    const seq = setsBackOf(change);
    const undo = seq === null ? undefined : undos.get(seq);
    const target = seq === null ? undefined : (standing.get(seq) ?? undone.get(seq));
    if (undo) turn(change.seq, undo.target, !undo.undone);
    else if (target) {
      // A row beside the one that was set back, of a change that is told in two.
      if (thingOf(change) !== thingOf(target)) takeBackByHand(change);
      turn(change.seq, target, true);
    } else if (seq !== null || !takeBackByHand(change)) standing.set(change.seq, change);
  }
  return [...standing.values()].sort((a, b) => a.seq - b.seq);
}

const OPPOSITES: Record<string, string> = {
  "claim.recorded": "claim.retracted",
  "claim.retracted": "claim.restored",
  "comment.added": "comment.retracted",
  "comment.retracted": "comment.restored",
  "comment.resolved": "comment.reopened",
  "finding.drafted": "finding.withdrawn",
  "finding.withdrawn": "finding.restored",
};

/** The same person brought back what stood before. */
function isTurnedRound(change: Change, next: Change): boolean {
  if (change.actor.id !== next.actor.id || change.actor.id === null) return false;
  if (OPPOSITES[change.verb] === next.verb) return true;
  const [before, after] = [says(change.before), says(change.after)];
  return before !== after && before === says(next.after) && after === says(next.before);
}

/** Without what goes along and is no field of the thing itself. */
function says(value: unknown): string {
  const { setsBack: _, standing: __, judgement: ___, ...fields } = fieldsOf(value);
  const said = Object.entries(fields).filter(([, each]) => each !== null && each !== "");
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const GRADES = new Set(["reliability", "credibility", "confidence", "reason", "assessment"]);
const BESIDE = new Set(["setsBack", "standing", "judgement", "comment", "reason", "assigneeId"]);

/**
 * What a change touched, by names that tell apart what is each person's own. A judgement, a ruling and somebody's grades
 * of a claim are one thing each.
 */
export function touchedBy({ verb, actor, before, after }: Change): string[] {
  if (verb.startsWith("relation.judge")) return [`judgement ${actor.id}`];
  if (verb.startsWith("relation.rul")) return ["ruling"];
  if (verb === "claim.assessed") return [`grades ${actor.id}`];
  if (verb.startsWith("claim.own_reporting")) return [`mark ${actor.id}`];
  const names = [...new Set([...Object.keys(fieldsOf(before)), ...Object.keys(fieldsOf(after))])];
  if (verb.startsWith("claim.")) {
    return [...new Set(names.map((name) => (GRADES.has(name) ? `grades ${actor.id}` : name)))].filter(isOwnField);
  }
  if (verb.startsWith("comment.")) return [COMMENTS[verb] ?? "shown"];
  return names.filter(isOwnField);
}

const COMMENTS: Record<string, string> = {
  "comment.edited": "words",
  "comment.resolved": "thread",
  "comment.reopened": "thread",
};

const isOwnField = (name: string) => !BESIDE.has(name);

const THINGS: Record<string, string> = {
  judgement: "the judgement",
  ruling: "the ruling",
  grades: "the grades",
  mark: "the mark",
  words: "the words",
  shown: "whether it is shown",
  thread: "whether the thread is closed",
};

const nameOf = (touched: string): string => {
  const [thing = ""] = touched.split(" ");
  return THINGS[thing] ?? fieldLabel(thing);
};

/** What stands in the way of setting a change back: who has touched the same since, and what of it. */
export type Obstacle = { change: Change; fields: string[] };

type Setting = {
  /** Who sets back: of grades and the like, their own only. */
  userId: string;
  /** The change brought the thing about: whatever others have done to it since stands in the way. */
  made: boolean;
};

/** `later`: what happened to the same thing since. Only what touched the same fields stands in the way. */
export function obstacleTo(
  change: Change,
  later: readonly Change[],
  { userId, made }: Setting,
): Obstacle | "set back" | null {
  const thing = thingOf(change);
  const same = [change, ...later].filter((each) => thingOf(each) === thing);
  const standing = inForce(same);
  if (!standing.includes(change)) return "set back";
  const touched = new Set(touchedBy(change).filter((name) => !name.startsWith("grades ") || name.endsWith(userId)));
  for (const each of standing.filter(({ seq }) => seq > change.seq).reverse()) {
    const fields = touchedBy(each).filter((name) => touched.has(name));
    if (fields.length > 0) return { change: each, fields: [...new Set(fields.map(nameOf))] };
    if (nounOf(each) !== nounOf(change) || nounOf(each) === "relation") continue;
    if (isHidden(each) || (made && each.actor.id !== change.actor.id)) return { change: each, fields: [] };
  }
  return null;
}

const nounOf = ({ verb }: Change) => verb.split(".")[0];

/** What it touched is kept from the caller: it may have been the same. */
const isHidden = ({ withheld, before, after }: Change) => withheld === true && before === null && after === null;

/** "Lena Lead has changed Title and Author since (#14)". */
export function tellObstacle({ change, fields }: Obstacle, userId: string): string {
  if (isHidden(change)) return "It has been changed since";
  const who = change.actor.id === userId ? "You have" : `${change.actor.name} has`;
  const what = fields.length > 0 ? `changed ${LIST.format(fields)}` : "worked on it";
  return `${who} ${what} since (#${change.seq})`;
}

const LIST = new Intl.ListFormat("en");
