import { describe, expect, it } from "vitest";
import { RelationDetails } from "./relation-details";

const HEADER = ["From", "to", "KIND", "about", "rationale", "confidence", "judge"];

function read(rows: string[][], importer = "Ann", header = HEADER) {
  const details = new RelationDetails(importer);
  for (const row of [header, ...rows]) details.add(row);
  return details;
}

describe("what a workbook says of relations", () => {
  it("is found whichever claim is named first, but for kinds that have a direction", () => {
    const details = read([
      ["C-5", "C-2", "contradicts", "time", "a day apart", "", ""],
      ["C-5", "C-2", "repeats", "", "word for word", "", ""],
    ]);
    expect(details.find(2, 5, "contradicts")).toEqual({ about: "time", rationale: "a day apart" });
    expect(details.find(5, 2, "repeats")).toEqual({ rationale: "word for word" });
    expect(details.find(2, 5, "repeats")).toBeUndefined();
  });

  it("prefers what the importing person said, else keeps what comes first", () => {
    const rows = ["Bob", "Ann", "Cem"].map((judge) => ["C-1", "C-2", "agrees", "", `by ${judge}`, "", judge]);
    expect(read(rows).find(1, 2, "agrees")?.rationale).toBe("by Ann");
    expect(read(rows, "Dee").find(1, 2, "agrees")?.rationale).toBe("by Bob");
  });

  it("takes the guard from cells that a spreadsheet would run", () => {
    expect(read([["C-1", "C-2", "agrees", "", "'=1+1", "", ""]]).find(1, 2, "agrees")?.rationale).toBe("=1+1");
  });

  it("tells by its row what cannot be read", () => {
    const details = read([[], ["C-1", "C-2", "contradicts", "weather", "", "", ""]]);
    expect(details.find(1, 2, "contradicts")).toBeUndefined();
    expect(details.faults).toEqual([{ row: 3, message: expect.stringContaining("about “weather” cannot be read") }]);
  });

  it("leaves a sheet of another make alone", () => {
    const details = read([["friends", "Ann", "Bob"]], "Ann", ["what", "who", "whom"]);
    expect(details.faults).toEqual([]);
    expect(details.find(1, 2, "agrees")).toBeUndefined();
  });
});
