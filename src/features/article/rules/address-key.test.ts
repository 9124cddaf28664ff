import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressKey } from "./address-key";

describe("the key of an address", () => {
  it.each([
    ["https://www.example.org/news/1", "http://example.org/news/1/"],
    ["https://example.org/news/1?utm_source=x&utm_medium=y", "https://example.org/news/1#top"],
    ["https://m.example.org/a?b=1&c=2", "https://www.example.org/a?c=2&b=1"],
    ["https://example.org/a/amp/", "https://amp.example.org/a"],
    ["https://example.org:443/", "https://EXAMPLE.org"],
    ["https://example.org/%D8%AE%D8%A8%D8%B1", "https://example.org/خبر"],
    ["https://example.org/index.html", "https://example.org/"],
    ["https://example.org/a?fbclid=123", "https://example.org/a"],
  ])("is the same for %s and %s", (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  it.each([
    ["https://example.org/news?id=1", "https://example.org/news?id=2"],
    ["https://example.org/a", "https://example.org/A"],
    ["https://a.example.org/", "https://b.example.org/"],
    ["https://example.org/", "https://example.org:8443/"],
    ["https://m.org/a", "https://www.org/a"],
  ])("tells %s from %s", (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  it.each(["", "example.org/a", "mailto:a@example.org", "javascript:alert(1)"])("is none for %j", (address) => {
    expect(addressKey(address)).toBeNull();
  });

  it("stays as it is when it is taken of itself", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const key = addressKey(address);
        if (key === null) return;
        expect(key).not.toContain("#");
        const again = addressKey(`https://${address.slice(address.indexOf("//") + 2)}`);
        expect(again).toBe(key);
      }),
    );
  });
});
