// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Combobox } from "./combobox";
import type { LoadOptions } from "./use-loaded-options";

const outlets = [
  { value: "1", label: "Reuters" },
  { value: "2", label: "One News", aliases: ["1News"] },
];

let root: Root;
let asked: string[];

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  document.body.innerHTML = "<div id=root></div>";
  root = createRoot(document.querySelector("#root") as HTMLElement);
  asked = [];
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

const mount = (props: { freeText?: boolean; load?: LoadOptions } = {}) =>
  act(async () => root.render(<Combobox name="outlet" options={outlets} {...props} />));
const box = () => document.querySelector<HTMLInputElement>("[role=combobox]") as HTMLInputElement;
const value = () => document.querySelector<HTMLInputElement>("input[type=hidden]")?.value;
const offered = () => [...document.querySelectorAll("[role=option]")].map((option) => option.textContent);

async function type(text: string) {
  await act(async () => {
    box().focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(box(), text);
    box().dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Presses a key; true when the box used it and the form around must not. */
async function press(key: string, held: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
  await act(async () => {
    box().dispatchEvent(event);
  });
  return event.defaultPrevented;
}

const leave = () => act(async () => box().blur());

describe("choosing a known name", () => {
  it("takes the first match on Enter where only known names count", async () => {
    await mount();
    await type("one");
    expect(await press("Enter")).toBe(true);
    expect([box().value, value()]).toEqual(["One News", "2"]);
  });

  it("recognises an alias when one leaves the box, and empties it of anything else", async () => {
    await mount();
    await type("1news");
    await leave();
    expect([box().value, value()]).toEqual(["One News", "2"]);
    await type("nobody");
    await leave();
    expect([box().value, value()]).toEqual(["", ""]);
  });

  it("leaves Enter to an input method that is composing", async () => {
    await mount();
    await type("one");
    expect(await press("Enter", { isComposing: true })).toBe(false);
    expect(value()).toBe("");
  });

  it("closes the list on Escape and keeps the words and whatever is around", async () => {
    await mount();
    const around = vi.fn();
    document.addEventListener("keydown", around);
    await type("one");
    expect(await press("Escape")).toBe(true);
    document.removeEventListener("keydown", around);
    expect(around).not.toHaveBeenCalled();
    expect([box().value, offered()]).toEqual(["one", []]);
  });
});

describe("giving a new name", () => {
  it("offers to make it, and Enter goes on to the form with the words as typed", async () => {
    await mount({ freeText: true });
    await type("Reut");
    expect(offered()).toEqual(["Reuters", "NewReut"]);
    expect(await press("Enter")).toBe(false);
    expect(value()).toBe("Reut");
  });

  it("moves with the arrows and back to one's own words", async () => {
    await mount({ freeText: true });
    await type("Reut");
    await press("ArrowDown");
    expect(document.querySelector("[aria-selected=true]")?.textContent).toBe("Reuters");
    await press("ArrowUp");
    expect(document.querySelector("[aria-selected=true]")).toBeNull();
    await press("ArrowDown");
    await press("Enter");
    expect([box().value, value()]).toEqual(["Reuters", "1"]);
  });

  it("takes an exact name for the one it knows", async () => {
    await mount({ freeText: true });
    await type("REUTERS");
    await press("Enter");
    expect([box().value, value()]).toEqual(["Reuters", "1"]);
  });
});

it("says so when the options cannot be loaded", async () => {
  vi.useFakeTimers();
  await mount({
    load: async (query) => {
      asked.push(query);
      throw new Error("offline");
    },
  });
  await type("afp");
  await act(async () => vi.advanceTimersByTimeAsync(200));
  expect(asked).toEqual(["afp"]);
  expect(document.querySelector("[role=status]")?.textContent).toBe("The options could not be loaded.");
});
