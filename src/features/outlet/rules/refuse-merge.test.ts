import { describe, expect, it } from "vitest";
import { type Mergeable, refuseMerge } from "./refuse-merge";

const outlet = (id: string, part: string | null = null): Mergeable => ({
  id,
  name: id,
  mergedInto: part === null ? null : { name: part },
});

describe("refuseMerge", () => {
  it.each([
    [outlet("A"), outlet("B"), null],
    [outlet("A"), outlet("A"), "is the same outlet"],
    [outlet("A", "C"), outlet("B"), "is part of C already"],
    [outlet("A"), outlet("B", "C"), "is itself part of C"],
  ])("%j into %j: %j", (part, whole, message) => {
    expect(refuseMerge(part, whole)?.message ?? null).toBe(message);
  });
});
