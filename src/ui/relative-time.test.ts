import { describe, expect, it } from "vitest";
import { relativeWords } from "./relative-time";

const now = new Date("2024-10-21T12:00:00Z");

describe("relative words", () => {
  it.each([
    ["2024-10-21T11:59:40Z", "just now"],
    ["2024-10-21T11:55:00Z", "5 minutes ago"],
    ["2024-10-21T14:00:00Z", "in 2 hours"],
    ["2024-10-20T12:00:00Z", "yesterday"],
    ["2024-10-07T12:00:00Z", "2 weeks ago"],
    ["2022-10-01T12:00:00Z", "2 years ago"],
  ])("%s is %s", (at, words) => {
    expect(relativeWords(new Date(at), now)).toBe(words);
  });
});
