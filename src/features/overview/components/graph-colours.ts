import { CAMP_TINTS, DRAWING_ORDER } from "../rules/graph-look";

const NAMES = [
  "paper",
  "ink",
  "ink-2",
  "ink-3",
  "edge",
  "accent",
  "hairline",
  ...DRAWING_ORDER,
  ...CAMP_TINTS,
] as const;

export type Colours = Record<(typeof NAMES)[number], string>;

/** The tokens as colours of the theme in force: a canvas knows no custom properties. */
export function readColours(near: HTMLElement): Colours {
  const probe = document.createElement("span");
  near.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Colours;
  probe.remove();
  return colours;
}

/** Calls back when the theme changes, by the person's choice or the system's. */
export function onThemeChange(act: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = new MutationObserver(act);
  system.addEventListener("change", act);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", act);
    chosen.disconnect();
  };
}
