import { describe, expect, it } from "vitest";
import { conflictStatus, highestStatus, refuseFinding } from "./finding-status";

const finding = { status: "signed", outcome: "one_camp", changes: [] } as const;
const change = { what: "words", words: "the statement of C-3 was changed" } as const;

describe("the status of a conflict", () => {
  it.each([
    ["no finding", null, "open"],
    ["a proposal", { ...finding, status: "proposed" as const }, "proposed"],
    ["a signed finding", finding, "settled"],
    ["a signed finding that leaves it open", { ...finding, outcome: "open" as const }, "open"],
    ["what it was decided on has changed", { ...finding, changes: [change] }, "stale"],
    ["a proposal over what has changed", { ...finding, status: "proposed" as const, changes: [change] }, "stale"],
  ])("%s", (_, current, status) => {
    expect(conflictStatus(current && { ...current, changes: [...current.changes] })).toBe(status);
  });
});

describe("as much as one may give", () => {
  const lead = { mayEver: true, second: false, isAuthor: true, namesVersion: false };
  it.each([
    ["a lead signs", lead, "signed"],
    ["an analyst proposes", { ...lead, mayEver: false }, "proposed"],
    ["where two sign, the author proposes", { ...lead, second: true, namesVersion: true }, "proposed"],
    ["where two sign, another signs", { ...lead, second: true, isAuthor: false, namesVersion: true }, "signed"],
    ["but not what they have not read", { ...lead, second: true, isAuthor: false }, "proposed"],
  ] as const)("%s", (_, signing, status) => {
    expect(highestStatus(signing)).toBe(status);
  });
});

describe("a finding is refused", () => {
  const words = { outcome: "one_camp", preferred: [1], rationale: "Because." } as const;
  it.each([
    ["never when it says which camp and why", {}, "signed", undefined],
    ["without the camp that holds", { preferred: [] }, "draft", "preferredCamp"],
    ["with a camp where none is preferred", { outcome: "cannot_tell" }, "draft", "preferredCamp"],
    ["without reasons once it is proposed", { rationale: "" }, "proposed", "rationale"],
    ["not without reasons as a draft", { rationale: "" }, "draft", undefined],
    ["not without a camp where it is outdated", { outcome: "outdated", preferred: [] }, "signed", undefined],
  ] as const)("%s", (_, more, status, path) => {
    const wanted = { ...words, ...more };
    expect(refuseFinding({ ...wanted, preferred: [...wanted.preferred] }, status)?.path).toBe(path);
  });
});
