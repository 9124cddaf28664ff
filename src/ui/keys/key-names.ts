const MAC_NAMES: Record<string, string> = { mod: "⌘", alt: "⌥", ctrl: "⌃" };

const NAMES: Record<string, string> = {
  mod: "Ctrl",
  shift: "Shift",
  alt: "Alt",
  enter: "Enter",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  space: "Space",
  f2: "F2",
  backspace: "Backspace",
  delete: "Del",
};

/** The printed names of a shortcut's keys in order: `mod+k` is Ctrl, K, or ⌘, K on a Mac; `g a` is g, a. */
export function keyNames(keys: string, mac = false): string[] {
  return keys.split(" ").flatMap((stroke) => {
    // A stroke may itself be the plus key: `mod++`.
    const parts = stroke === "+" ? ["+"] : stroke.replace(/\+\+$/, "+plus").split("+");
    return parts.map((part) => {
      if (part === "plus") return "+";
      return (mac ? MAC_NAMES[part] : undefined) ?? NAMES[part] ?? (parts.length > 1 ? part.toUpperCase() : part);
    });
  });
}
