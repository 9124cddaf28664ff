// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Shortcut, ShortcutRegistry } from "./registry";
import type { KeyPress } from "./stroke";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});

let said: string[];
let registry: ShortcutRegistry;
const says = (keys: string, label: string, more: Partial<Shortcut> = {}): Shortcut => ({
  keys,
  label,
  run: () => said.push(label),
  ...more,
});
const put = (id: string, shortcuts: Shortcut[], depth = 0, modal = false) =>
  registry.update(id, { shortcuts, depth, modal });
const type = (...keys: string[]) => {
  for (const key of keys) registry.press(press(key), document.body);
};

beforeEach(() => {
  said = [];
  localStorage.clear();
  document.body.innerHTML = "";
  registry = new ShortcutRegistry();
});

describe("shortcuts in force", () => {
  it("lets the deeper scope win, and gives the key back when it goes", () => {
    put("page", [says("c", "page")], 1);
    put("shell", [says("c", "shell")]);
    type("c");
    registry.remove("page");
    type("c");
    expect(said).toEqual(["page", "shell"]);
  });

  it("runs a sequence, and the second key alone when the first led nowhere", () => {
    put("shell", [says("g a", "articles"), says("c", "claim")]);
    type("g", "a", "g", "c");
    expect(said).toEqual(["articles", "claim"]);
  });

  it("forgets a sequence that is not finished in time", () => {
    vi.useFakeTimers();
    put("shell", [says("g a", "articles")]);
    type("g");
    expect(registry.getSnapshot().pending).toBe("g");
    vi.advanceTimersByTime(2_000);
    type("a");
    vi.useRealTimers();
    expect(said).toEqual([]);
    expect(registry.getSnapshot().pending).toBe("");
  });

  it("keeps bare keys out of what takes text, but not those with Ctrl", () => {
    put("shell", [says("c", "claim"), says("mod+k", "palette"), says("escape", "leave", { inInputs: true })]);
    const input = document.createElement("input");
    registry.press(press("c"), input);
    registry.press(press("Escape"), input);
    registry.press(press("k", { ctrlKey: true }), input);
    registry.press(press("c"), document.createElement("textarea"));
    put("desk", [says("mod+z", "undo", { inInputs: false })]);
    expect(registry.press(press("z", { ctrlKey: true }), input)).toBe(false);
    expect(said).toEqual(["leave", "palette"]);
    registry.press(press("z", { ctrlKey: true }), document.body);
    expect(said).toEqual(["leave", "palette", "undo"]);
  });

  it("leaves Enter and Space to a button", () => {
    put("list", [says("enter", "open")]);
    expect(registry.press(press("Enter"), document.createElement("button"))).toBe(false);
    expect(registry.press(press("Enter"), document.body)).toBe(true);
  });

  it("silences the page while a dialog stands", () => {
    put("page", [says("c", "claim")]);
    put("dialog", [says("y", "yes")], 1, true);
    type("y");
    const leave = registry.enterModal();
    type("c", "y");
    leave();
    type("c");
    expect(said).toEqual(["yes", "claim"]);
  });

  it("can be switched off for single characters, and remembers", () => {
    put("shell", [says("c", "claim"), says("mod+k", "palette")]);
    registry.setCharacters(false);
    type("c");
    registry.press(press("k", { ctrlKey: true }), document.body);
    expect(said).toEqual(["palette"]);
    const later = new ShortcutRegistry();
    const detach = later.attach();
    expect(later.getSnapshot().characters).toBe(false);
    detach();
  });

  it("tells listeners only when the keys change, yet runs the newest function", () => {
    const heard = vi.fn();
    registry.subscribe(heard);
    put("page", [says("c", "claim")]);
    expect(heard).toHaveBeenCalledTimes(1);
    registry.update("page", {
      shortcuts: [{ keys: "c", label: "claim", run: () => said.push("newest") }],
      depth: 0,
      modal: false,
    });
    expect(heard).toHaveBeenCalledTimes(1);
    type("c");
    expect(said).toEqual(["newest"]);
  });

  it("ties keys to the part of the page that has the focus", () => {
    document.body.innerHTML = "<div id=list><button>row</button></div>";
    const list = document.querySelector<HTMLElement>("#list");
    const detach = registry.attach();
    registry.update("list", { shortcuts: [says("x", "contradict")], depth: 0, modal: false, within: () => list });
    type("x");
    document.querySelector("button")?.focus();
    type("x");
    detach();
    expect(said).toEqual(["contradict"]);
  });
});
