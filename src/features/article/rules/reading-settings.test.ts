import fc from "fast-check";
import { expect, it } from "vitest";
import { parseReading, styleOfReading, USUAL, writeReading } from "./reading-settings";

it("come back from the cookie as they were", () => {
  const settings = fc.record({
    size: fc.integer({ min: -2, max: 3 }),
    leading: fc.constantFrom("tight" as const, "usual" as const, "loose" as const),
    measure: fc.constantFrom("narrow" as const, "usual" as const, "wide" as const),
    face: fc.constantFrom("serif" as const, "sans" as const),
  });
  fc.assert(
    fc.property(settings, (each) => {
      const cookie = writeReading(each);
      expect(cookie).toMatch(/^[\w.=-]+$/);
      expect(parseReading(cookie)).toEqual(each);
    }),
  );
});

it.each([undefined, "", "nonsense", "size=99.face=comic", "size=;x"])(
  "are as usual where the cookie says %j",
  (cookie) => {
    expect(parseReading(cookie)).toEqual(USUAL);
    expect(styleOfReading(parseReading(cookie))["--reading-size"]).toBe("1");
  },
);
