import { expect, test } from "vitest";
import { readSubject, subjectKey, warningLabel } from "./warning-subject";

const article = "0199f2c4-0000-7000-8000-000000000001";

test.each([
  [{ claim: 12 }, "C-12", { claims: [12], articles: [] }],
  [{ pair: [9, 3] }, "C-3 C-9", { claims: [3, 9], articles: [] }],
  [{ camp: 3 }, "camp C-3", { claims: [3], articles: [] }],
  [{ article }, `article ${article}`, { claims: [], articles: [article] }],
] as const)("%o is %s, and is found by it", (subject, key, found) => {
  expect(subjectKey(subject)).toBe(key);
  expect(readSubject(key)).toEqual(found);
});

test.each(["", "C-0", "c-1", "C-1 C-2 C-3", "camp 3", "article", "article x", "C-1 "])("“%s” names nothing", (key) => {
  expect(readSubject(key)).toEqual({ claims: [], articles: [] });
});

test("history names what was warned of, and in a blind case nothing", () => {
  expect(warningLabel({ subject: "C-3 C-9" }, false)).toBe("C-3 · C-9");
  expect(warningLabel({ subject: "camp C-3" }, false)).toBe("the camp of C-3");
  expect(warningLabel({ subject: `article ${article}`, article: { title: "Digest" } }, false)).toBe("Digest");
  expect(warningLabel({ subject: "C-3" }, true)).toBe("this case");
});
