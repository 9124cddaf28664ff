import { expect, test } from "vitest";
import { type Change, inForce, obstacleTo, tellObstacle } from "./in-force";

let seq = 0;

function row(
  verb: string,
  before: object | null,
  after: object | null,
  more: { by?: string; on?: string } = {},
): Change {
  seq += 1;
  const { by = "Amal", on = "C-1" } = more;
  const [type = ""] = verb.split(".");
  return {
    seq,
    verb,
    actor: { id: by, name: by },
    subject: { id: on, type: type as Change["subject"]["type"] },
    before: before as Change["before"],
    after: after as Change["after"],
  };
}

const moved = (from: string, to: string, more: object = {}) =>
  row("claim.changed", { place: from }, { place: to, ...more });
const seqs = (changes: Change[]) => changes.map(({ seq }) => seq);

test("an undo takes its change away and itself, an undo of the undo brings the change back", () => {
  const one = moved("Basra", "Mosul");
  const two = moved("Mosul", "Erbil");
  const undo = moved("Erbil", "Mosul", { setsBack: two.seq });
  const redo = moved("Mosul", "Erbil", { setsBack: undo.seq });
  const again = moved("Erbil", "Mosul", { setsBack: redo.seq });
  expect(seqs(inForce([one, two]))).toEqual([one.seq, two.seq]);
  expect(seqs(inForce([one, two, undo]))).toEqual([one.seq]);
  expect(seqs(inForce([one, two, undo, redo]))).toEqual([one.seq, two.seq]);
  expect(seqs(inForce([one, two, undo, redo, again]))).toEqual([one.seq]);
});

test("what its author turned round by hand is gone as well, not what somebody else did, nor later", () => {
  const one = moved("Basra", "Mosul");
  expect(inForce([one, moved("Mosul", "Basra")])).toEqual([]);
  const byOther = row("claim.changed", { place: "Mosul" }, { place: "Basra" }, { by: "Ben" });
  expect(inForce([one, byOther])).toHaveLength(2);
  expect(inForce([one, moved("Mosul", "Erbil"), moved("Erbil", "Mosul")])).toEqual([one]);
  expect(inForce([row("claim.recorded", null, { statement: "x" }), row("claim.retracted", {}, {})])).toEqual([]);
});

test("a change told in two rows is set back in two", () => {
  const judged = row("relation.judged", null, { judgement: "j", kind: "repeats", standing: "repeats" }, { on: "r" });
  const decided = row("suspicion.decided", { status: "open" }, { status: "confirmed" }, { on: "s" });
  const setsBack = decided.seq;
  const back = [
    row(
      "relation.judgement_withdrawn",
      { judgement: "j", kind: "repeats", standing: "repeats" },
      { setsBack },
      { on: "r" },
    ),
    row("suspicion.decided", { status: "confirmed" }, { status: "open", setsBack }, { on: "s" }),
  ];
  expect(inForce([judged, decided, ...back])).toEqual([]);
});

const setting = { userId: "Amal", made: false };

test("only who touched the same since stands in the way, unless that was taken back", () => {
  const change = moved("Basra", "Mosul");
  const note = row("claim.changed", { note: "" }, { note: "x" }, { by: "Ben" });
  const place = row("claim.changed", { place: "Mosul", note: "x" }, { place: "Erbil", note: "" }, { by: "Ben" });
  const undo = row("claim.changed", place.after as object, { ...(place.before as object), setsBack: place.seq });
  expect(obstacleTo(change, [note], setting)).toBeNull();
  const obstacle = obstacleTo(change, [note, place], setting);
  expect(obstacle).toEqual({ change: place, fields: ["Place"] });
  expect(obstacle && obstacle !== "set back" && tellObstacle(obstacle, "Amal")).toBe(
    `Ben has changed Place since (#${place.seq})`,
  );
  expect(obstacleTo(change, [note, place, undo], setting)).toBeNull();
  expect(obstacleTo(change, [moved("Mosul", "Basra", { setsBack: change.seq })], setting)).toBe("set back");
});

test("what is each person's own is in nobody else's way", () => {
  const graded = row("claim.assessed", { credibility: 2 }, { credibility: 3 });
  expect(obstacleTo(graded, [row("claim.assessed", {}, { credibility: 5 }, { by: "Ben" })], setting)).toBeNull();
  const both = row(
    "claim.changed",
    { place: "Basra", assessment: null },
    { place: "Mosul", assessment: {} },
    { by: "Ben" },
  );
  const regraded = row("claim.assessed", { credibility: 1 }, { credibility: 2 }, { by: "Ben" });
  expect(obstacleTo(both, [regraded], setting)).toBeNull();
  const judged = row("relation.judged", null, { kind: "agrees" });
  expect(obstacleTo(judged, [row("relation.judged", null, { kind: "agrees" }, { by: "Ben" })], setting)).toBeNull();
});

test("of what a change brought about, others' work stands in the way; what is kept from the caller always does", () => {
  const entered = row("claim.recorded", null, { statement: "x" });
  const by = { by: "Ben" };
  expect(
    obstacleTo(entered, [row("claim.assessed", {}, { credibility: 5 }, by)], { ...setting, made: true }),
  ).toMatchObject({ fields: [] });
  const assigned = row("conflict.assigned", { assignee: null }, { assignee: "Amal" });
  const kept = { ...row("conflict.assigned", null, null, by), withheld: true };
  const obstacle = obstacleTo(assigned, [kept], setting);
  expect(obstacle && obstacle !== "set back" && tellObstacle(obstacle, "Amal")).toBe("It has been changed since");
});
