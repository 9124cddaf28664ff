import fc from "fast-check";
import { expect, it } from "vitest";
import { stixId } from "./stix-id";

it("is a UUIDv5, the same for the same row and another for any other", () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(stixId("note", a)).toMatch(/^note--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(stixId("note", a) === stixId("note", b)).toBe(a === b);
    }),
  ));
