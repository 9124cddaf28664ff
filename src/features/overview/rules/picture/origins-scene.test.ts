import { expect, it } from "vitest";
import { lineageOf } from "@/features/conflict/rules/camp-origins";
import type { CampTree } from "@/features/conflict/rules/camp-tree";
import { originTree } from "@/features/conflict/rules/origin-tree";
import { originsScene } from "./origins-scene";
import { sceneToSvg } from "./scene-to-svg";

const outlet = (name: string) => ({ id: name, name, owner: "Holding & Sons" });
const claim = (number: number, name: string) => {
  const publisher = outlet(name);
  return { number, articleId: name, publisher, outlet: publisher, credited: null };
};

/** One News may be a copy of الاستقلال, which repeats Reuters. */
function camp(): CampTree {
  const claims = new Map(
    ["Reuters", "الاستقلال", "One News"].map((name, index) => [index + 1, claim(index + 1, name)]),
  );
  const repeats = { id: "r", from: 2, to: 1, family: "descent", kind: "repeats", about: null } as const;
  const lineage = lineageOf([repeats], { suspected: [{ from: 3, to: 2 }], own: [] });
  const tree = originTree([1, 2, 3], claims, lineage);
  return { letter: "A", reports: 3, origins: { min: 1, max: 2 }, why: "3 reports: <so>.", tree, suspicions: [] };
}

it("draws every claim, origin, owner and who says what, and says it in words", () => {
  const svg = sceneToSvg(originsScene(7, [camp()], [{ id: "r", from: 2, to: 1, by: ["Amal"] }]));
  for (const words of [
    "C-1",
    "C-2",
    "C-3",
    "Reuters",
    "الاستقلال",
    "One News",
    "Holding &amp; Sons",
    "↩ Amal",
    "a copy?",
  ]) {
    expect(svg).toContain(words);
  }
  expect(svg).toContain("<title>Where the camps of conflict C-7 have it from</title>");
  expect(svg).toContain("Camp A: 3 reports: &lt;so&gt;.");
  expect(svg).toContain('stroke-dasharray="5 4"');
});

it("stands one camp under another", () => {
  const heights = [1, 2, 3].map((count) => originsScene(7, Array.from({ length: count }, camp), []).height);
  expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBe((heights[2] ?? 0) - (heights[1] ?? 0));
  expect(heights[1]).toBeGreaterThan(heights[0] ?? 0);
});
