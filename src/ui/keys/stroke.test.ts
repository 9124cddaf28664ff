import { describe, expect, it } from "vitest";
import { isBare, isCharacter, type KeyPress, strokeOf } from "./stroke";

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});

describe("naming a key press", () => {
  it.each<[string, KeyPress, string | null]>([
    ["a letter", press("c", "KeyC"), "c"],
    ["a letter under caps lock", press("C", "KeyC"), "c"],
    ["a shifted letter", press("J", "KeyJ", { shiftKey: true }), "shift+j"],
    ["a shifted sign", press("?", "Slash", { shiftKey: true }), "?"],
    ["a sign that a German layout shifts", press("=", "Digit0", { shiftKey: true }), "="],
    ["a sign behind AltGr", press("[", "Digit8", { ctrlKey: true, altKey: true }), "["],
    ["a French keyboard's own a, which lies at Q", press("a", "KeyQ"), "a"],
    ["an Arabic letter, by position", press("ؤ", "KeyC"), "c"],
    ["an Arabic key that writes two letters", press("لا", "KeyB"), "b"],
    ["an Arabic question mark", press("؟", "Slash", { shiftKey: true }), "?"],
    ["an Arabic digit", press("١", "Digit1"), "1"],
    ["a Cyrillic letter with Ctrl", press("л", "KeyK", { ctrlKey: true }), "mod+k"],
    ["Ctrl and a letter", press("k", "KeyK", { ctrlKey: true }), "mod+k"],
    ["a named key", press("Escape", "Escape"), "escape"],
    ["a named key with shift", press("ArrowDown", "ArrowDown", { shiftKey: true }), "shift+arrowdown"],
    ["the space bar", press(" ", "Space"), "space"],
    ["a modifier alone", press("Shift", "ShiftLeft", { shiftKey: true }), null],
    ["Enter that an input method still needs", press("Enter", "Enter", { isComposing: true }), null],
    ["a dead key", press("Dead", "Quote"), null],
  ])("%s", (_, given, stroke) => {
    expect(strokeOf(given, false)).toBe(stroke);
  });

  it("takes Command for mod on a Mac", () => {
    expect(strokeOf(press("k", "KeyK", { metaKey: true }), true)).toBe("mod+k");
    expect(strokeOf(press("k", "KeyK", { ctrlKey: true }), true)).toBe("ctrl+k");
  });

  it("knows which keys would disturb typing", () => {
    expect(["c", "?", "shift+j", "escape", "mod+k", "alt+x"].map(isBare)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(["c", "?", "shift+j", "escape", "mod+k"].map(isCharacter)).toEqual([true, true, true, false, false]);
  });
});
