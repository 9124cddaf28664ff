import fc from "fast-check";
import { expect, it } from "vitest";
import { csvRecord } from "./csv";
import { RowCount } from "./row-count";

it("counts the records of any sheet, however it is cut", () => {
  const record = fc.array(fc.string({ unit: fc.constantFrom('"', "\n", ",", "a", "ق") }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(record), fc.integer({ min: 1, max: 20 }), (records, size) => {
      const bytes = Buffer.from(records.map(csvRecord).join(""));
      const rows = new RowCount();
      let count = 0;
      for (let at = 0; at < bytes.length; at += size) count = rows.add(bytes.subarray(at, at + size));
      expect(count).toBe(records.length);
    }),
  );
});
