import { expect, it } from "vitest";
import { bookmarklet, readClipped } from "./bookmarklet";

const TARGET = "https://desk.example/team/cases/1/articles/clip";

it("is a bookmark whose code says where to and with which key, quotation marks and all", () => {
  const code = decodeURIComponent(bookmarklet(`${TARGET}?a="b"`, "k'\"y").replace(/^javascript:/, ""));
  expect(() => new Function(code)).not.toThrow();
  expect(code).toContain(JSON.stringify(`${TARGET}?a="b"`));
  expect(code).toContain(JSON.stringify("k'\"y"));
});

it("takes in what its own bookmark sent, and nothing else", () => {
  const page = { key: "own", url: "https://example.org/a", html: "<p>A</p>" };
  expect(readClipped({ crossbearing: page }, "own")).toEqual(page);
  expect(readClipped({ crossbearing: page }, "another's")).toBeNull();
  for (const other of [null, "text", {}, { crossbearing: null }, { crossbearing: { ...page, html: 1 } }])
    expect(readClipped(other, "own")).toBeNull();
});
