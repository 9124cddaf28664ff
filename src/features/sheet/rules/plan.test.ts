import { describe, expect, it } from "vitest";
import { COLUMNS, type Column } from "../schema";
import { columnNamed } from "./columns";
import { layoutOf } from "./mapping";
import { openOutletBook } from "./outlet-book";
import { planSheet } from "./plan";
import { type Row, readRow } from "./row";
import type { Known, World } from "./world";

type Cells = Partial<Record<Column, string>> & Record<string, string>;

function rowsOf(records: Cells[]): Row[] {
  const headers = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const mapped = headers.map((heading) => ({ heading, to: [columnNamed(heading) ?? ("extra" as const)] }));
  const header = layoutOf(mapped, null);
  if ("problems" in header) throw new Error(header.problems[0]?.message);
  return records.flatMap((record, index) => {
    const cells = headers.map((each) => record[each] ?? "");
    return readRow(index + 2, cells, header.layout) ?? [];
  });
}

function known(number: number, text: Cells = {}, more: Partial<Known> = {}): Known {
  const blank = Object.fromEntries(COLUMNS.map((column) => [column, ""])) as Record<Column, string>;
  return {
    id: `0192f0a0-0000-7000-8000-${String(number).padStart(12, "0")}`,
    number,
    version: 1,
    retracted: false,
    importedId: null,
    text: { ...blank, claim: `C-${number}`, statement: `Statement ${number}`, status: "draft", ...text },
    extra: {},
    quotedVersionId: null,
    articleId: null,
    own: { reliability: "", credibility: "", confidence: "" },
    ...more,
  };
}

function planned(records: Cells[], claims: Known[] = [], more: Partial<World> = {}) {
  const rows = rowsOf(records);
  const world: World = {
    claims,
    named: new Map(claims.map((claim) => [claim.number, claim])),
    articles: [],
    outlets: openOutletBook(rows, new Map()),
    taken: new Set(claims.map(({ number }) => number)),
    nextNumber: claims.length + 1,
    judgements: [],
    ...more,
  };
  return planSheet(rows, world);
}

const id = (number: number) => known(number).id;
const faults = (plan: ReturnType<typeof planned>) => plan.errors.map(({ row, column }) => `${row} ${column}`);

describe("a new row", () => {
  it("keeps its number where that is free", () => {
    const plan = planned([
      { claim: "C-7", statement: "a" },
      { claim: "", statement: "b" },
      { claim: "c7x", statement: "c" },
    ]);
    expect(plan.creates.map(({ number }) => number)).toEqual([7, 8]);
    expect(faults(plan)).toEqual(["4 claim"]);
  });

  it("needs a statement", () => {
    const plan = planned([
      { statement: "", note: "n" },
      { statement: "-", note: "n" },
    ]);
    expect(faults(plan)).toEqual(["2 statement", "3 statement"]);
    expect(plan.creates).toEqual([]);
  });

  it("needs an article for its quote, and an outlet for its article", () => {
    expect(faults(planned([{ statement: "a", quote: "words" }]))).toEqual(["2 quote"]);
    expect(faults(planned([{ statement: "a", quote: "words", article: "Title" }]))).toEqual(["2 article_outlet"]);
    expect(planned([{ statement: "a", quote: "words", article: "Title", outlet: "Reuters" }]).errors).toEqual([]);
  });

  it("takes no second row of its number", () => {
    const plan = planned([
      { claim: "3", statement: "a" },
      { claim: "C-3", statement: "b" },
    ]);
    expect(faults(plan)).toEqual(["3 claim"]);
    expect(plan.creates).toHaveLength(1);
  });

  it.each([
    [{ reliability: "G" }, "reliability"],
    [{ credibility: "7" }, "credibility"],
    [{ confidence: "sure" }, "confidence"],
    [{ reported_on: "2024-13" }, "reported_on"],
    [{ status: "gone" }, "status"],
    [{ agrees_with: "row 3" }, "agrees_with"],
    [{ agrees_with: "C-99" }, "agrees_with"],
    [{ article_url: "javascript:alert(1)" }, "article_url"],
    [{ article_sha256: "abc" }, "article_sha256"],
    [{ note: "a\u0000b" }, "note"],
    [{ place: "x".repeat(301) }, "place"],
    [{ Mine: "x".repeat(40_000) }, "Mine"],
  ])("is refused for %j", (cells, column) => {
    const plan = planned([{ statement: "a", ...(cells as Cells) }, { statement: "good" }]);
    expect(faults(plan)).toEqual([`2 ${column}`]);
    expect(plan.creates.map(({ rowIndex }) => rowIndex)).toEqual([1]);
  });
});

describe("a row of a claim that is here", () => {
  it("changes only what it says differently", () => {
    const claim = known(1, { place: "Baghdad", tags: "Oil; gas", reported_on: "2024-10" });
    const plan = planned(
      [
        {
          id: claim.id,
          version: "1",
          statement: "Statement 1",
          place: "",
          tags: "oil; Gas",
          reported_on: "October 2024",
          note: "new",
        },
      ],
      [claim],
    );
    expect(plan.errors).toEqual([]);
    expect(plan.updates.map(({ difference }) => [...difference.columns])).toEqual([["note"]]);
  });

  it("is found by its number where there is no id", () => {
    const plan = planned([{ claim: "c-2", note: "n" }], [known(1), known(2)]);
    expect(plan.updates[0]?.known.number).toBe(2);
  });

  it("clears with a dash, and leaves with nothing", () => {
    const claim = known(1, { place: "Baghdad", note: "n" });
    const plan = planned([{ id: claim.id, place: "-", note: "" }], [claim]);
    expect([...(plan.updates[0]?.difference.columns ?? [])]).toEqual(["place"]);
    expect(planned([{ id: claim.id, quote: "-", tags: "-" }], [claim])).toMatchObject({ updates: [], unchanged: 1 });
  });

  it("is refused when the claim has moved on, unless it says nothing new", () => {
    const claim = known(1, { note: "theirs" }, { version: 4 });
    expect(faults(planned([{ id: claim.id, version: "3", note: "mine" }], [claim]))).toEqual(["2 version"]);
    expect(planned([{ id: claim.id, version: "3", note: "theirs" }], [claim])).toMatchObject({
      errors: [],
      unchanged: 1,
    });
  });

  it("is refused when it changes the number or the article, or comes twice", () => {
    const claim = known(1, { article: "Title" });
    expect(faults(planned([{ id: claim.id, claim: "C-2" }], [claim]))).toEqual(["2 claim"]);
    expect(faults(planned([{ id: claim.id, article: "Other" }], [claim]))).toEqual(["2 article"]);
    expect(
      faults(
        planned(
          [
            { id: claim.id, note: "a" },
            { id: claim.id, note: "b" },
          ],
          [claim],
        ),
      ),
    ).toEqual(["3 id"]);
  });

  it("does not touch a retracted claim but to bring it back", () => {
    const claim = known(1, { status: "retracted" }, { retracted: true });
    expect(faults(planned([{ id: claim.id, note: "n" }], [claim]))).toEqual(["2 note"]);
    expect(planned([{ id: claim.id, note: "n", status: "draft" }], [claim]).updates).toHaveLength(1);
  });

  it("takes a grade as given once it is this person's own, whatever stands", () => {
    const claim = known(1, { reliability: "A" }, { own: { reliability: "C", credibility: "", confidence: "" } });
    expect(planned([{ id: claim.id, reliability: "C" }], [claim])).toMatchObject({ unchanged: 1 });
    expect(planned([{ id: claim.id, reliability: "A" }], [claim])).toMatchObject({ unchanged: 1 });
    expect(planned([{ id: claim.id, reliability: "B" }], [claim]).updates).toHaveLength(1);
    expect(planned([{ id: claim.id, reliability: "-" }], [claim]).updates).toHaveLength(1);
  });
});

describe("a sheet that came before", () => {
  it("finds its claims by the ids it gave them", () => {
    const claim = known(5, {}, { importedId: "elsewhere-1", version: 9 });
    const plan = planned([{ id: "elsewhere-1", claim: "C-1", version: "2", note: "n" }], [claim]);
    expect(plan.errors).toEqual([]);
    expect(plan.updates[0]?.known.number).toBe(5);
  });

  it("without ids, finds claims that say the same, each once", () => {
    const claims = [known(1, { statement: "same" }), known(2, { statement: "same" })];
    const rows = [{ statement: "same" }, { statement: "same" }, { statement: "same" }];
    expect(planned(rows, claims)).toMatchObject({ unchanged: 2, creates: [{ number: 3 }] });
  });
});

describe("relations", () => {
  const relations = (plan: ReturnType<typeof planned>) =>
    plan.relations.add.map(({ from, to, kind }) => [from, kind, to]);

  it("name rows below and above, and stand once whichever ends name them", () => {
    const plan = planned([
      { claim: "C-1", statement: "a", agrees_with: "C-2", updates: "" },
      { claim: "C-2", statement: "b", agrees_with: "C-1", updates: "" },
      { claim: "C-3", statement: "c", agrees_with: "", updates: "c1, C-2" },
    ]);
    expect(plan.errors).toEqual([]);
    expect(relations(plan)).toEqual([
      [{ rowIndex: 0 }, "agrees", { rowIndex: 1 }],
      [{ rowIndex: 2 }, "updates", { rowIndex: 0 }],
      [{ rowIndex: 2 }, "updates", { rowIndex: 1 }],
    ]);
  });

  it("that are shown already ask for nothing", () => {
    const claims = [known(1, { agrees_with: "C-2" }), known(2, { agrees_with: "C-1" })];
    const rows = [
      { id: id(1), agrees_with: "C-2" },
      { id: id(2), agrees_with: "C-1" },
    ];
    expect(planned(rows, claims)).toMatchObject({ unchanged: 2, relations: { add: [] } });
  });

  it("of this person's own ask for nothing, though something else stands", () => {
    const claims = [known(1, { contradicts: "C-2" }), known(2, { contradicts: "C-1" })];
    const judgements = [{ relationId: "r", from: id(2), to: id(1), kind: "agrees" as const }];
    expect(planned([{ id: id(1), agrees_with: "C-2" }], claims, { judgements })).toMatchObject({ unchanged: 1 });
  });

  it("are taken back with a dash, though the other row still names them", () => {
    const claims = [known(1, { agrees_with: "C-2" }), known(2, { agrees_with: "C-1" })];
    const judgements = [{ relationId: "r", from: id(2), to: id(1), kind: "agrees" as const }];
    const rows = [
      { id: id(1), agrees_with: "-" },
      { id: id(2), agrees_with: "C-1" },
    ];
    const plan = planned(rows, claims, { judgements });
    expect(plan.relations).toEqual({ add: [], withdraw: [{ relationId: "r", rowIndex: 0 }] });
    const gone = [known(1), known(2)];
    expect(planned(rows, gone)).toMatchObject({ unchanged: 2, relations: { add: [], withdraw: [] } });
  });

  it.each([
    [{ agrees_with: "C-1" }, {}],
    [{ agrees_with: "C-2", contradicts: "C-2" }, {}],
    [{ agrees_with: "C-2" }, { contradicts: "C-1" }],
    [{ updates: "C-2" }, { updates: "C-1" }],
  ])("are refused where the sheet is at odds with itself: %j %j", (first, second) => {
    const blank = { agrees_with: "", contradicts: "", updates: "" };
    const plan = planned([
      { claim: "C-1", statement: "a", ...blank, ...(first as Cells) },
      { claim: "C-2", statement: "b", ...blank, ...(second as Cells) },
    ]);
    expect(plan.refused.has(0)).toBe(true);
    expect(plan.relations.add).toEqual([]);
  });

  it("may say of one pair both what it means and where it comes from", () => {
    const plan = planned([
      { claim: "C-1", statement: "a", contradicts: "C-2", repeats: "C-2" },
      { claim: "C-2", statement: "b", contradicts: "C-1", repeats: "" },
    ]);
    expect(plan.errors).toEqual([]);
    expect(plan.relations.add).toHaveLength(2);
  });

  it("with a row that is refused are left out and told, and the rest of the row lands", () => {
    const plan = planned([
      { claim: "C-1", statement: "a", agrees_with: "C-2", credibility: "" },
      { claim: "C-2", statement: "b", agrees_with: "", credibility: "9" },
    ]);
    expect(faults(plan)).toEqual(["2 agrees_with", "3 credibility"]);
    expect(plan.creates).toHaveLength(1);
    expect(plan.relations.add).toEqual([]);
  });
});

describe("attribution", () => {
  it("joins the outlet to people who spoke through it, and is recognised again", () => {
    const rows = [{ statement: "a", outlet: "Reuters", attribution: "a spokesman" }];
    expect(planned(rows).errors).toEqual([]);
    const claim = known(1, { statement: "a", outlet: "Reuters", attribution: "Reuters > a spokesman" });
    expect(planned(rows, [claim])).toMatchObject({ unchanged: 1, creates: [] });
  });
});
