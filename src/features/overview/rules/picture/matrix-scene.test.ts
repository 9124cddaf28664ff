import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import type { MatrixCell } from "../../schema";
import { viewMatrix } from "../matrix-view";
import { matrixScene } from "./matrix-scene";
import { sceneToSvg } from "./scene-to-svg";

const outlet = (name: string) => ({ id: name, name, claims: 1 });
const cell = (a: string, b: string, counts: Partial<MatrixCell>): MatrixCell => ({
  ...{ a, b, agrees: 0, contradicts: 0, qualifies: 0, updates: 0, repeats: 0 },
  ...counts,
});
const HOW = { by: "report", implied: false } as const;

const draw = (names: string[], cells: MatrixCell[]) =>
  sceneToSvg(matrixScene("The case", viewMatrix(names.map(outlet), cells, "name"), HOW));

describe("the picture of a matrix", () => {
  it("names the outlets on both sides, with their numbers, and says what they count", () => {
    const svg = draw(["Reuters", "UTV", "AFP"], [cell("Reuters", "UTV", { agrees: 3, contradicts: 2 })]);
    expect(svg.match(/>Reuters<\/text>/g)).toHaveLength(2);
    expect(svg.match(/>3<\/text>/g)).toHaveLength(2);
    expect(svg).not.toContain("AFP");
    expect(svg).toContain("Pairs of claims, as recorded, between 2 outlets.");
    expect(svg).toContain("Reuters and UTV contradict most: 3 agreements, 2 contradictions.");
    expect(svg).toContain("area by count, the largest 5");
  });

  it("is drawn for an empty case, too", () => {
    expect(draw(["Reuters"], [])).toContain("between 0 outlets.");
  });

  it("holds whatever outlets are called, and cuts what is too long for the margin", () => {
    const long = "A very long name of an outlet ".repeat(10);
    const names = ["<script>alert(1)</script>", "\u202egnitrever", "قناة الاستقلال", long, "]]>\u0000&amp;"];
    const svg = draw(
      names,
      names.map((name) => cell(name, "قناة الاستقلال", { contradicts: 1 })),
    );
    expect(svg).not.toMatch(/<script|\u202e/);
    expect(svg).toContain("…</text>");
    const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } });
    expect(width).toBeLessThan(700);
    expect(height).toBeLessThan(700);
  });

  it("stays a file of moderate size at two hundred outlets", () => {
    const names = Array.from({ length: 200 }, (_, index) => `Outlet ${index}`);
    const cells = names.flatMap((a, i) => names.slice(i).map((b) => cell(a, b, { agrees: i % 7, contradicts: 1 })));
    const svg = draw(names, cells);
    expect(svg.length).toBeLessThan(3_000_000);
    expect(svg.match(/</g)?.length).toBeLessThan(2000);
  });
});
