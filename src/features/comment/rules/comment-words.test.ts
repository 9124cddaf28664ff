import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mentionedIn, nameBeingTyped, wordsOf } from "./comment-words";

describe("the words of a comment", () => {
  it.each([
    ["plain words", [{ kind: "text", text: "plain words" }]],
    [
      "see C-12.",
      [
        { kind: "text", text: "see " },
        { kind: "claim", text: "C-12", number: 12 },
        { kind: "text", text: "." },
      ],
    ],
    [
      "(https://example.org/a?b=1).",
      [
        { kind: "text", text: "(" },
        { kind: "link", text: "https://example.org/a?b=1", href: "https://example.org/a?b=1" },
        { kind: "text", text: ")." },
      ],
    ],
    [
      "@Anna Lee asks @Anna",
      [
        { kind: "mention", text: "@Anna Lee" },
        { kind: "text", text: " asks " },
        { kind: "mention", text: "@Anna" },
      ],
    ],
    ["javascript:alert(1) ABC-12", [{ kind: "text", text: "javascript:alert(1) ABC-12" }]],
  ])("%s", (body, words) => {
    expect(wordsOf(body, ["Anna", "Anna Lee"])).toEqual(words);
  });

  it("are all of it, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string({ minLength: 1 })), (body, names) => {
        expect(
          wordsOf(body, names)
            .map(({ text }) => text)
            .join(""),
        ).toBe(body);
      }),
    );
  });
});

it("who is mentioned stands in the words", () => {
  const people = [
    { id: "1", name: "Anna" },
    { id: "2", name: "ليلى حداد" },
    { id: "3", name: "Bob" },
  ];
  expect(mentionedIn("@Anna and @ليلى حداد, not Bob", people)).toEqual(["1", "2"]);
});

it.each([
  ["hello @An", "An"],
  ["@", ""],
  ["hello @Anna L", "Anna L"],
  ["mail a@b", null],
  ["no", null],
])("being typed: %s", (before, name) => {
  expect(nameBeingTyped(before)).toBe(name);
});
