"use client";

import { useSyncExternalStore } from "react";
import { parseTheme, THEME_COOKIE, type Theme, themeAttribute } from "./theme";
import { writePreferenceCookie } from "./write-cookie";

const CHANGED = "crossbearing-theme";

/**
 * The theme in force and the way to another, the same for every control that shows it. `initial` is what the server read
 * from the cookie, for controls that it renders.
 */
export function useTheme(initial: Theme = "system"): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, current, () => initial);
  return [theme, applyTheme];
}

function subscribe(tell: () => void) {
  window.addEventListener(CHANGED, tell);
  return () => window.removeEventListener(CHANGED, tell);
}

/** The root element bears the theme from the server's first answer on. */
const current = (): Theme => parseTheme(document.documentElement.dataset.theme);

/** At once, and kept for the next request. */
function applyTheme(theme: Theme) {
  const attribute = themeAttribute(theme);
  if (attribute) document.documentElement.dataset.theme = attribute;
  else delete document.documentElement.dataset.theme;
  writePreferenceCookie(THEME_COOKIE, theme);
  window.dispatchEvent(new Event(CHANGED));
}
