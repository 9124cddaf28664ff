/*
 * The product's own colours (ui/theme/tokens.css), written out: a picture is read outside of the product, where its
 * tokens mean nothing. A test holds both together.
 */

const LIGHT = {
  paper: "#ffffff",
  desk: "#f4f6f4",
  wash: "#e9ece9",
  ink: "#14181d",
  "ink-2": "#434b54",
  "ink-3": "#5b646e",
  hairline: "#dee2de",
  edge: "#7f868d",
  rule: "#14181d",
  accent: "#1f3f94",
  "accent-wash": "#e6ecf9",
  caution: "#775100",
  "caution-wash": "#fcf3e0",
  agrees: "#0072b2",
  "agrees-ink": "#00649c",
  "agrees-wash": "#e0eef6",
  contradicts: "#d55e00",
  "contradicts-ink": "#a54400",
  "contradicts-wash": "#faece0",
  qualifies: "#e69f00",
  "qualifies-ink": "#775100",
  "qualifies-wash": "#fcf3e0",
  updates: "#009e73",
  "updates-ink": "#00684c",
  "updates-wash": "#e0f3ee",
  repeats: "#cc79a7",
  "repeats-ink": "#8f4872",
  "repeats-wash": "#f9eff4",
  unrelated: "#7f868d",
  "unrelated-ink": "#5b646e",
  "unrelated-wash": "#f0f1f2",
  disputed: "#434b54",
  "disputed-ink": "#434b54",
  "disputed-wash": "#e9ece9",
};

/** A colour by what it means. */
export type Colour = keyof typeof LIGHT;

/** Light is for print; dark on request. */
export type PictureTheme = "light" | "dark";

const DARK: Record<Colour, string> = {
  paper: "#15181b",
  desk: "#0f1214",
  wash: "#262b30",
  ink: "#e7e9e7",
  "ink-2": "#b6bcc1",
  "ink-3": "#98a0a7",
  hairline: "#2c3237",
  edge: "#757d85",
  rule: "#98a0a7",
  accent: "#a3baf7",
  "accent-wash": "#1e2a46",
  caution: "#e6b04d",
  "caution-wash": "#332914",
  agrees: "#56b4e9",
  "agrees-ink": "#6bb9ea",
  "agrees-wash": "#112a39",
  contradicts: "#e8752a",
  "contradicts-ink": "#f5935a",
  "contradicts-wash": "#3b2616",
  qualifies: "#e69f00",
  "qualifies-ink": "#e6b04d",
  "qualifies-wash": "#3f3316",
  updates: "#22b38a",
  "updates-ink": "#52c7a4",
  "updates-wash": "#11332d",
  repeats: "#cc79a7",
  "repeats-ink": "#dfa0c4",
  "repeats-wash": "#3a2b37",
  unrelated: "#808890",
  "unrelated-ink": "#9aa2aa",
  "unrelated-wash": "#2a2e32",
  disputed: "#b6bcc1",
  "disputed-ink": "#b6bcc1",
  "disputed-wash": "#262b30",
};

export const PALETTES: Record<PictureTheme, Record<Colour, string>> = { light: LIGHT, dark: DARK };
