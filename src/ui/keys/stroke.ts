/** What is read of a keyboard event; a plain shape, so that it can be tested without a browser. */
export type KeyPress = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
};

const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Fn", "NumLock", "OS"]);
const UNFINISHED = new Set(["Dead", "Process", "Unidentified"]);

/** The signs of a US keyboard by position, plain and shifted: what an Arabic or Cyrillic typist's fingers expect. */
const POSITIONS: Record<string, [string, string]> = {
  Equal: ["=", "+"],
  Minus: ["-", "_"],
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Semicolon: [";", ":"],
  Quote: ["'", '"'],
  Comma: [",", "<"],
  Period: [".", ">"],
  Slash: ["/", "?"],
  Backslash: ["\\", "|"],
  Backquote: ["`", "~"],
};

function byPosition(press: KeyPress): string | null {
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  if (letter) return letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  if (digit) return digit;
  const signs = POSITIONS[press.code];
  return signs ? signs[press.shiftKey ? 1 : 0] : null;
}

function keyName(press: KeyPress): string | null {
  const { key } = press;
  if (key === " ") return "space";
  // An Arabic key may even write two letters, so the test is the script and not the length.
  if (/^[^\u0020-\u007e]/.test(key)) return byPosition(press);
  return key.toLowerCase();
}

/**
 * The name of a key press as shortcuts write it: `c`, `?`, `shift+j`, `mod+k`, `escape`. `mod` is Ctrl, and Command on
 * a Mac. Signs carry their shift in themselves (`?`, not `shift+/`), whatever the layout needs to type them. Null for a
 * modifier alone and for anything an input method is still composing.
 */
export function strokeOf(press: KeyPress, mac: boolean): string | null {
  if (press.isComposing || MODIFIERS.has(press.key) || UNFINISHED.has(press.key)) return null;
  const name = keyName(press);
  if (name === null) return null;
  const sign = name.length === 1 && !/[a-z]/.test(name);
  // Windows reports AltGr as Ctrl+Alt; a sign typed that way is just the sign.
  const altGraph = press.ctrlKey && press.altKey && sign;
  const parts: string[] = [];
  if ((mac ? press.metaKey : press.ctrlKey) && !altGraph) parts.push("mod");
  if (mac ? press.ctrlKey : press.metaKey) parts.push(mac ? "ctrl" : "meta");
  if (press.altKey && !altGraph) parts.push("alt");
  if (press.shiftKey && !sign) parts.push("shift");
  return [...parts, name].join("+");
}

/** A key without Ctrl, Command or Alt: must never act while someone types. */
export function isBare(stroke: string): boolean {
  return !/^(mod|ctrl|meta|alt)\+/.test(stroke);
}

/** A bare key that writes a character: what a person may switch off, because speech input can trigger it. */
export function isCharacter(stroke: string): boolean {
  return isBare(stroke) && stroke.replace(/^shift\+/, "").length === 1;
}
