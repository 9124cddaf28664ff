import { describe, expect, it } from "vitest";
import { readEdtf } from "@/dates/edtf-bounds";
import { ARABIC } from "./labelled/arabic";
import { ENGLISH } from "./labelled/english";
import { OUTLETS } from "./labelled/labelled";
import { dateQuality, outletQuality } from "./proposal-quality";

const SETS = [
  ["English", ENGLISH],
  ["Arabic", ARABIC],
] as const;

describe.each(SETS)("the labelled sentences in %s", (_language, all) => {
  it("are sixty or more, each with quoted words and labels that can be read", () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    for (const { text, outlet, date } of all) {
      expect(text).toMatch(/\[\[[^[\]]+\]\]/);
      if (outlet !== null) expect(Object.keys(OUTLETS)).toContain(outlet);
      if (date !== null) expect(readEdtf(date)).toHaveProperty("min");
    }
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it("a proposed outlet is nearly always right, and most are proposed", () => {
    const { precision, recall } = outletQuality(all);
    expect(precision).toBeGreaterThan(0.92);
    expect(recall).toBeGreaterThan(0.72);
  });

  it("a proposed date is mostly right, and most are proposed", () => {
    const { precision, recall } = dateQuality(all);
    expect(precision).toBeGreaterThan(0.72);
    expect(recall).toBeGreaterThan(0.68);
  });
});
