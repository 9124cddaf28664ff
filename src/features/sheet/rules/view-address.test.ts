import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS, Grouping, SheetView, type ViewColumn } from "../schema";
import { ALL, isBare, readView, sameView, viewAddress, viewParams } from "./view-address";

const addressOf = (view: SheetView) => {
  const params: Record<string, string | string[]> = {};
  for (const [name, value] of viewParams(view))
    params[name] = name in params ? [params[name] ?? [], value].flat() : value;
  return params;
};

const name = fc.oneof(
  fc.constantFrom<string>(...COLUMNS, "relations"),
  fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }).map((heading) => `extra:${heading}`),
);
const column: fc.Arbitrary<ViewColumn> = fc.record(
  { name, width: fc.integer({ min: 40, max: 1200 }), shown: fc.constant(true), frozen: fc.constant(true) },
  { requiredKeys: ["name", "shown"] },
);
const view = fc.record({
  filter: fc.record({ tag: fc.constant(["a, b"]), credibility: fc.constant([1, 6]) }, { requiredKeys: [] }),
  sort: fc.constantFrom("number", "-reportedOn"),
  group: fc.constantFrom(...Grouping.options),
  columns: fc.uniqueArray(column, { maxLength: 12, selector: (each) => each.name }),
}) as fc.Arbitrary<SheetView>;

describe("a view in the address", () => {
  it("is short, and says only what is not as usual", () => {
    expect(viewParams(SheetView.parse({})).toString()).toBe("");
    const columns = [
      { name: "claim", frozen: true, width: 64 },
      { name: "statement", width: 480 },
      { name: "outlet" },
      { name: "note", shown: false },
    ];
    expect(viewParams(SheetView.parse({ group: "outlet", columns })).toString()).toBe(
      "group=outlet&columns=claim*.64+statement.480+outlet",
    );
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(readView(addressOf(given))).toEqual(given);
      }),
    );
  });

  it("leaves out what it says wrongly", () => {
    const address = {
      group: "colour",
      sort: "up",
      columns: "claim*.9999 statement.20 nothing outlet outlet*.80 %E0%A4%A claim",
    };
    expect(readView(address)).toEqual({
      filter: {},
      sort: "number",
      group: "none",
      columns: [
        { name: "outlet", shown: true },
        { name: "claim", shown: true },
      ],
    });
  });

  it("never fails on an address that somebody made up", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (columns, group) => void readView({ columns, group })));
  });
});

describe("two views", () => {
  it("are the same where only the order of values differs", () => {
    const of = (filter: object, more: object = {}) => SheetView.parse({ filter, ...more });
    expect(sameView(of({ status: ["draft", "reviewed"] }), of({ status: ["reviewed", "draft"] }))).toBe(true);
    expect(sameView(of({ tag: ["a"] }), of({ tag: ["b"] }))).toBe(false);
    expect(sameView(of({}), of({}, { group: "tag" }))).toBe(false);
    const columns = [{ name: "claim" }, { name: "outlet" }];
    expect(sameView(of({}, { columns }), of({}, { columns: columns.toReversed() }))).toBe(false);
  });
});

describe("the address of a saved view", () => {
  it("says which it is, beside what it shows", () => {
    const view = SheetView.parse({ filter: { tag: ["water"] }, group: "outlet" });
    expect(viewAddress(view, "v1")).toBe("tag=water&group=outlet&view=v1");
    expect(viewAddress(SheetView.parse({}), null)).toBe("");
  });

  it.each([
    ["nothing", {}, true],
    ["a place to show", { at: "12" }, true],
    ["a filter", { tag: "water" }, false],
    ["columns", { columns: "claim statement" }, false],
    ["that all claims are wanted", { view: ALL }, false],
  ])("that says %s", (_, params, bare) => {
    expect(isBare(params)).toBe(bare);
  });
});
