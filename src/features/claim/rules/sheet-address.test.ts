import { describe, expect, it } from "vitest";
import {
  filterParams,
  isFiltered,
  phrasesOf,
  readFilter,
  readSort,
  toggled,
  without,
  withValue,
} from "./sheet-address";

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
      has: ["conflict"],
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

  it("says when, where and by whom in words", () => {
    const filter = readFilter({
      has: "conflict,changedQuote",
      lacks: "grade",
      reported: "October 2024",
      occurred: "2024-10-21/..",
      place: " Basra ",
      enteredBy: reuters,
      minRelations: "2",
    });
    const people = new Map([[reuters, "Anna"]]);
    expect(
      phrasesOf(filter, { ...names, people }).map(({ start, values }) => [start, values.join(", ")].join(" ")),
    ).toEqual([
      "has a contradiction, a quote that changed",
      "lacks a grade",
      "related at least 2 times",
      "reported Oct 2024",
      "happened since 21 Oct 2024",
      "place has Basra",
      "entered by Anna",
    ]);
    expect(filterParams(filter).get("reported")).toBe("2024-10");
    expect(readFilter(Object.fromEntries(filterParams(filter)))).toEqual(filter);
  });

  it("sets a single value anew, and takes out what cannot be read", () => {
    const filter = readFilter({ tag: "a, b", reported: "2024" });
    expect(withValue(filter, "reported", "2023")).toEqual({ tag: ["a, b"], reported: "2023" });
    expect(withValue(filter, "reported", "one day")).toEqual({ tag: ["a, b"] });
    expect(withValue(filter, "minRelations", "0")).toEqual({ ...filter, minRelations: 0 });
  });
});
