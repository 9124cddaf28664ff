import { describe, expect, it } from "vitest";
import { likePattern, searchText, searchWords } from "./search-text";

const claim = {
  statement: "Émissaires met in Baghdad",
  quote: "اجتمع المبعوثون في بغداد",
  sources: ["Ahmed Mulla Talal"],
  place: "Green Zone",
  note: "",
  tags: ["Meeting"],
};

const finds = (q: string) => searchWords(q).every((word) => searchText(claim).includes(word));

describe("search text", () => {
  it.each([
    ["emissaires", true],
    ["BAGHDAD meeting", true],
    ["talal", true],
    ["إجتمع", true],
    ["بغداد green", true],
    ["Damascus", false],
    ["baghdad damascus", false],
    ["", true],
  ])("%j: %s", (q, found) => {
    expect(finds(q)).toBe(found);
  });

  it("searches for percent signs and underscores themselves", () => {
    expect(likePattern("50%_\\")).toBe("%50\\%\\_\\\\%");
  });
});
