import { describe, expect, it } from "vitest";
import { filterParams, isFiltered, phrasesOf, readFilter, readSort, toggled, without } from "./sheet-address";

const reuters = "0190d1c2-0000-7000-8000-000000000001";
const utv = "0190d1c2-0000-7000-8000-000000000002";
const names = { outlets: new Map([[reuters, "Reuters"]]), articles: new Map<string, string>() };

describe("the address of a sheet", () => {
  it("comes back as the filter that it was made of", () => {
    const filter = readFilter({
      outlet: `${reuters},${utv}`,
      tag: ["halt", "a, b"],
      credibility: "2,3",
      status: "retracted",
      has: "conflict",
      q: " Qaani ",
    });
    expect(filter).toEqual({
      outlet: [reuters, utv],
      tag: ["halt", "a, b"],
      credibility: [2, 3],
      status: ["retracted"],
      has: "conflict",
      q: "Qaani",
    });
    const params = filterParams(filter, "-reportedOn");
    expect(readFilter({ ...Object.fromEntries(params), tag: params.getAll("tag") })).toEqual(filter);
    expect(readSort(Object.fromEntries(params))).toBe("-reportedOn");
  });

  it("drops what no filter can be, and keeps the rest", () => {
    expect(readFilter({ credibility: "9", outlet: "Reuters", confidence: "low", has: "doubts", extra: "1" })).toEqual({
      confidence: ["low"],
    });
    expect(readSort({ sort: "statement" })).toBe("number");
    expect(isFiltered(readFilter({ sort: "-number", tag: " " }))).toBe(false);
  });
});

describe("the filter as a sentence", () => {
  it("names outlets, and says when one is not known", () => {
    const phrases = phrasesOf(readFilter({ outlet: [reuters, utv], has: "conflict", tag: "halt" }), names);
    expect(phrases.map(({ start, values }) => [start, ...values].join(" "))).toEqual([
      "outlet is Reuters an unknown outlet",
      "has a contradiction",
      "tagged halt",
    ]);
  });

  it("takes a value in and out again without touching the words looked for", () => {
    const filter = readFilter({ credibility: "2", q: "halt" });
    const both = toggled(filter, "credibility", "3");
    expect(both).toEqual({ credibility: [2, 3], q: "halt" });
    expect(toggled(both, "credibility", "2")).toEqual({ credibility: [3], q: "halt" });
    expect(toggled(toggled(filter, "has", "conflict"), "has", "conflict")).toEqual(filter);
    expect(without(both, "credibility")).toEqual({ q: "halt" });
  });
});
