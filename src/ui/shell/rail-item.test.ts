import { expect, it } from "vitest";
import { isCurrent } from "./rail-item";

it.each<[string, "exact" | "below" | undefined, string, boolean]>([
  ["/cases/1/articles", undefined, "/cases/1/articles", true],
  ["/cases/1/articles", undefined, "/cases/1/articles/7", true],
  ["/cases/1/article", undefined, "/cases/1/articles", false],
  ["/cases/1", "exact", "/cases/1/articles", false],
  ["/cases/1", "exact", "/cases/1", true],
  ["/sheet?sort=number", undefined, "/sheet", true],
])("%s (%s) on %s: %s", (href, match, pathname, current) => {
  expect(isCurrent(match ? { href, match } : { href }, pathname)).toBe(current);
});
