import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimLabel, parseClaimNumber } from "./claim-number";

describe("parseClaimNumber", () => {
  it.each([
    ["C-12", 12],
    ["c-12", 12],
    ["C12", 12],
    [" c 12 ", 12],
    ["C–12", 12],
    ["#12", 12],
    ["12", 12],
    ["C-012", 12],
    ["C-١٢", 12],
    ["C-0", null],
    ["0", null],
    ["C-", null],
    ["C-1.5", null],
    ["C-12a", null],
    ["12 claims", null],
    ["C-99999999999", null],
    ["2147483648", null],
    ["", null],
  ])("reads %j as %s", (typed, number) => {
    expect(parseClaimNumber(typed)).toBe(number);
  });

  it("reads every label back", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_147_483_647 }), (n) => parseClaimNumber(claimLabel(n)) === n));
  });
});
