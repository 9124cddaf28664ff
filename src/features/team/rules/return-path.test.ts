import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { returnPath } from "./return-path";

describe("where to go after signing in", () => {
  test.each([
    [undefined, "/"],
    [null, "/"],
    ["", "/"],
    ["/", "/"],
    ["/desk/cases", "/desk/cases"],
    ["/desk/cases/1/claims?tag=a&q=%D8%A8#C-12", "/desk/cases/1/claims?tag=a&q=%D8%A8#C-12"],
    ["desk/cases", "/"],
    ["https://elsewhere.example/", "/"],
    ["//elsewhere.example/", "/"],
    ["/\\elsewhere.example/", "/"],
    ["/.//elsewhere.example/", "/"],
    ["/\t/elsewhere.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in", "/"],
    ["/sign-in?from=/desk", "/"],
  ])("%j is %j", (asked, path) => {
    expect(returnPath(asked)).toBe(path);
  });

  test("is always of this site", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webPath(), fc.string({ unit: fc.constantFrom("/", "\\", ".", "\t", "a") })),
        (asked) => {
          expect(new URL(returnPath(asked), "https://own.example").origin).toBe("https://own.example");
        },
      ),
    );
  });
});
