import { isMac } from "./platform";
import { isBare, isCharacter, type KeyPress, strokeOf } from "./stroke";

export type Shortcut = {
  /** `c`, `=`, `shift+j`, `mod+enter`, or a sequence such as `g a`. */
  keys: string;
  /** What it does, as a verb: "New claim". */
  label: string;
  run: () => void;
  /** The heading it stands under in the list of all keys. */
  group?: string;
  /** Left out of the line at the bottom, not of the list of all keys. */
  hidden?: boolean;
  disabled?: boolean;
  /** Works while typing too. Strokes with Ctrl or Command do so unless it is false: there Ctrl+Z is the field's own. */
  inInputs?: boolean;
};

export type Registration = {
  shortcuts: Shortcut[];
  /** How deep the scope lies: the deeper one wins. */
  depth: number;
  /** Made inside a modal dialog: alone in force while one is open. */
  modal: boolean;
  /** Works only while the focus is in here. */
  within?: () => HTMLElement | null;
};

export type KeysSnapshot = {
  /** In force now, the nearest scope first. */
  shortcuts: readonly Shortcut[];
  /** The strokes of a sequence that has begun. */
  pending: string;
  /** Whether single characters act at all. */
  characters: boolean;
};

const SEQUENCE_MS = 1_500;
const SETTING = "single-key-shortcuts";
const EMPTY: KeysSnapshot = { shortcuts: [], pending: "", characters: true };

type Entry = Registration & { order: number };

/** Whether the element takes text, so that a bare key belongs to it. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[data-shortcuts=off], [role=textbox], textarea, select")) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "file"].includes(target.type);
}

/** Enter and Space already mean something on a button or a link. */
function isActivation(stroke: string, target: EventTarget | null): boolean {
  if (stroke !== "enter" && stroke !== "space") return false;
  return target instanceof HTMLElement && target.closest("a, button, summary, input, [role=tab]") !== null;
}

/** Knows every shortcut that is mounted, which of them are in force, and runs them. One for each shell. */
export class ShortcutRegistry {
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<() => void>();
  private snapshot: KeysSnapshot = { ...EMPTY };
  private nextOrder = 0;
  private modals = 0;
  private pending = "";
  private characters = true;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly getSnapshot = (): KeysSnapshot => this.snapshot;
  readonly getServerSnapshot = (): KeysSnapshot => EMPTY;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Called after every render of the owner, so that `run` always sees what the person sees. */
  update(id: string, registration: Registration) {
    this.entries.set(id, { ...registration, order: this.entries.get(id)?.order ?? this.nextOrder++ });
    this.refresh();
  }

  remove(id: string) {
    if (this.entries.delete(id)) this.refresh();
  }

  enterModal() {
    this.modals += 1;
    this.refresh();
    return () => {
      this.modals -= 1;
      this.refresh();
    };
  }

  setCharacters(on: boolean) {
    this.characters = on;
    localStorage.setItem(SETTING, on ? "on" : "off");
    this.refresh();
  }

  /** Listens to the document until the returned function is called. */
  attach() {
    this.characters = localStorage.getItem(SETTING) !== "off";
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (this.press(event, event.target)) event.preventDefault();
    };
    const onFocus = () => this.refresh();
    document.addEventListener("keydown", onKey);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("focusout", onFocus);
    this.refresh();
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("focusout", onFocus);
      clearTimeout(this.timer);
    };
  }

  /** Runs what the press means, if anything; true when it was used. */
  press(press: KeyPress, target: EventTarget | null): boolean {
    const stroke = strokeOf(press, isMac());
    if (stroke === null || isActivation(stroke, target)) return false;
    const begun = this.pending;
    this.setPending("");
    const sequences = begun ? [`${begun} ${stroke}`, stroke] : [stroke];
    for (const keys of sequences) {
      const usable = this.snapshot.shortcuts.filter((shortcut) => this.mayAct(shortcut, stroke, target));
      const match = usable.find((shortcut) => shortcut.keys === keys);
      if (match) {
        match.run();
        return true;
      }
      if (usable.some((shortcut) => shortcut.keys.startsWith(`${keys} `))) {
        this.setPending(keys);
        return true;
      }
    }
    return false;
  }

  private mayAct(shortcut: Shortcut, stroke: string, target: EventTarget | null): boolean {
    if (!isBare(stroke)) return shortcut.inInputs !== false || !takesText(target);
    if (isCharacter(stroke) && !this.characters) return false;
    return shortcut.inInputs === true || !takesText(target);
  }

  private setPending(keys: string) {
    clearTimeout(this.timer);
    if (keys) this.timer = setTimeout(() => this.setPending(""), SEQUENCE_MS);
    if (this.pending === keys) return;
    this.pending = keys;
    this.refresh();
  }

  /** Works out what is in force; tells the listeners only when something they show has changed. */
  private refresh() {
    const entries = [...this.entries.values()]
      .filter((entry) => entry.modal === this.modals > 0 && (!entry.within || hasFocus(entry.within())))
      .sort((a, b) => b.depth - a.depth || b.order - a.order);
    const byKeys = new Map<string, Shortcut>();
    for (const shortcut of entries.flatMap((entry) => entry.shortcuts)) {
      if (!shortcut.disabled && !byKeys.has(shortcut.keys)) byKeys.set(shortcut.keys, shortcut);
    }
    const previous = this.snapshot;
    const next = { shortcuts: [...byKeys.values()], pending: this.pending, characters: this.characters };
    this.snapshot = next;
    if (describeKeys(previous) !== describeKeys(next)) for (const listener of this.listeners) listener();
    // Unchanged to the eye: keep the object that React compares, but with the newest functions to run.
    else this.snapshot = Object.assign(previous, { shortcuts: next.shortcuts });
  }
}

function hasFocus(element: HTMLElement | null): boolean {
  return element?.contains(document.activeElement) ?? false;
}

function describeKeys({ shortcuts, pending, characters }: KeysSnapshot): string {
  const shown = shortcuts.map(({ keys, label, group, hidden }) => [keys, label, group, hidden]);
  return JSON.stringify([pending, characters, shown]);
}
