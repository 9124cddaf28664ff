import { describe, expect, it } from "vitest";
import type { ConflictLink } from "../schema";
import { type PastRow, rewind, type StandingThen } from "./rewind";

const link = (from: number, kind: ConflictLink["kind"], to: number, id = `r${from}-${to}`): ConflictLink => ({
  id,
  from,
  to,
  family: kind === "repeats" ? "descent" : "content",
  kind,
  about: null,
});

const claims = (...gone: number[]) =>
  [1, 2, 3].map((number) => ({ id: `c${number}`, number, stands: !gone.includes(number) }));

const row = (subjectId: string, verb: string, after: object | null = null, before: object | null = null): PastRow => ({
  verb,
  subjectId,
  actorId: "amal",
  before: before as PastRow["before"],
  after: after as PastRow["after"],
});

const judged = (subjectId: string, judgement: string, from: number, kind: string, to: number, about?: string) =>
  row(subjectId, "relation.judged", { judgement, kind, from: `C-${from}`, to: `C-${to}`, about: about ?? null });

const NOW: StandingThen = { links: [link(1, "contradicts", 2)], claims: claims() };

const linksOf = (now: StandingThen, touched: string[], rows: PastRow[]) =>
  rewind(now, new Set(touched), rows).links.map(({ from, kind, to, about }) =>
    [from, kind, to, about].filter((each) => each !== null).join(" "),
  );

describe("what stood then", () => {
  it("is what stands now where nothing has happened since", () => {
    expect(linksOf(NOW, [], [])).toEqual(["1 contradicts 2"]);
  });

  it.each<[string, PastRow[], string[]]>([
    ["nothing, where it was judged later", [], []],
    ["an earlier judgement", [judged("r1-2", "j1", 1, "agrees", 2)], ["1 agrees 2"]],
    ["with what it was about", [judged("r1-2", "j1", 2, "contradicts", 1, "time")], ["1 contradicts 2 time"]],
    ["in its direction", [judged("r1-2", "j1", 2, "updates", 1)], ["2 updates 1"]],
    [
      "the last of one's own",
      [judged("r1-2", "j1", 1, "agrees", 2), row("r1-2", "relation.judged", { judgement: "j1", kind: "qualifies" })],
      ["1 qualifies 2"],
    ],
    ["a dispute", [judged("r1-2", "j1", 1, "agrees", 2), judged("r1-2", "j2", 1, "contradicts", 2)], ["1 disputed 2"]],
    [
      "the ruling",
      [
        judged("r1-2", "j1", 1, "agrees", 2),
        row("r1-2", "relation.ruled", { kind: "contradicts", from: "C-1", to: "C-2", about: "place" }),
      ],
      ["1 contradicts 2 place"],
    ],
    [
      "the judgements again once the ruling was withdrawn",
      [
        judged("r1-2", "j1", 1, "agrees", 2),
        row("r1-2", "relation.ruled", { kind: "contradicts", from: "C-1", to: "C-2" }),
        row("r1-2", "relation.ruling_withdrawn", { standing: "agrees" }),
      ],
      ["1 agrees 2"],
    ],
    [
      "nothing once it was taken back",
      [
        judged("r1-2", "j1", 1, "agrees", 2),
        row("r1-2", "relation.judgement_withdrawn", { standing: null }, { judgement: "j1" }),
      ],
      [],
    ],
  ])("is %s", (_, rows, expected) => {
    expect(linksOf(NOW, ["r1-2"], rows)).toEqual(expected);
  });

  it("has a relation that stands no more, and none to a claim that was not there", () => {
    const now = { links: [link(1, "contradicts", 2), link(2, "agrees", 3)], claims: claims(1) };
    const rows = [row("c1", "claim.recorded", { statement: "Then" }), judged("r1-3", "j1", 1, "contradicts", 3)];
    expect(linksOf(now, ["c1", "c3", "r1-3"], rows)).toEqual(["1 contradicts 2"]);
    rows.push(row("c3", "claim.recorded", { statement: "Then" }));
    expect(linksOf(now, ["c1", "c3", "r1-3"], rows)).toEqual(["1 contradicts 2", "2 agrees 3", "1 contradicts 3"]);
    rows.push(row("c1", "claim.retracted"));
    expect(linksOf(now, ["c1", "c3", "r1-3"], rows)).toEqual(["2 agrees 3"]);
    rows.push(row("c1", "claim.restored"));
    expect(linksOf(now, ["c1", "c3", "r1-3"], rows)).toHaveLength(3);
  });

  it("has the words of a claim as they were last changed before", () => {
    const rows = [
      row("c1", "claim.recorded", {
        statement: "First",
        quote: { exact: "Words" },
        occurredOn: "2024",
        reportedOn: null,
      }),
      row("c1", "claim.changed", { statement: "Second", quote: null }),
    ];
    const { words } = rewind(NOW, new Set(["c1"]), rows);
    expect(words.get("c1")).toEqual({ statement: "Second", quote: null, occurredOn: "2024", reportedOn: null });
    expect(words.has("c2")).toBe(false);
  });
});
