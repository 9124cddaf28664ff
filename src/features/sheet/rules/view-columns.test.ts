import { describe, expect, it } from "vitest";
import type { ViewColumn } from "../schema";
import { arrangeColumns, changeColumn, chosenColumns, columnLabel, moveColumn } from "./view-columns";

const names = (columns: readonly ViewColumn[]) => columns.filter(({ shown }) => shown).map(({ name }) => name);

describe("the columns of a view", () => {
  it("are the usual ones unless it names some, and the others stay at hand", () => {
    const usual = arrangeColumns([], ["Verified by"]);
    expect(names(usual).slice(0, 3)).toEqual(["claim", "statement", "outlet"]);
    expect(usual.find(({ name }) => name === "extra:Verified by")).toEqual({ name: "extra:Verified by", shown: false });
    expect(new Set(usual.map(({ name }) => name)).size).toBe(usual.length);
    expect(chosenColumns(usual)).toEqual([]);
  });

  it("keep to what there is, frozen ones first", () => {
    const wanted = ["note", "extra:Gone", "claim"].map((name) => ({ name, shown: true, frozen: name === "claim" }));
    expect(names(arrangeColumns(wanted, []))).toEqual(["claim", "note"]);
  });

  it("move by a place or to another's, frozen ones among their like", () => {
    const columns = arrangeColumns([], []);
    expect(names(moveColumn(columns, "outlet", -1)).slice(0, 3)).toEqual(["claim", "outlet", "statement"]);
    expect(names(moveColumn(columns, "tags", "statement")).slice(0, 3)).toEqual(["claim", "tags", "statement"]);
    expect(names(moveColumn(columns, "statement", "tags")).slice(-3)).toEqual(["tags", "statement", "article"]);
    expect(moveColumn(columns, "statement", -1)).toEqual(columns);
    expect(moveColumn(columns, "article", 1)).toEqual(columns);
  });

  it("are shown, hidden, sized and frozen, but never all hidden", () => {
    const columns = arrangeColumns([], []);
    const wide = changeColumn(columns, "statement", { width: 300 });
    expect(chosenColumns(wide)).toContainEqual({ name: "statement", shown: true, width: 300 });
    expect(names(changeColumn(columns, "outlet", { frozen: true })).slice(0, 2)).toEqual(["claim", "outlet"]);
    expect(names(changeColumn(columns, "note", { shown: true })).at(-1)).toBe("note");
    const one = arrangeColumns([{ name: "note", shown: true }], []);
    expect(names(changeColumn(one, "note", { shown: false }))).toEqual(["note"]);
  });

  it("have names for people", () => {
    expect(["reported_on", "extra:Verified by"].map(columnLabel)).toEqual(["Reported", "Verified by"]);
  });
});
