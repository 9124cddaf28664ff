"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../icon-button";
import { Menu, MenuRadioGroup, MenuRadioItem } from "../menu";
import { parseTheme, THEME_COOKIE, type Theme, themeAttribute } from "./theme";
import { writePreferenceCookie } from "./write-cookie";

const NAMES: Record<Theme, string> = { light: "Light", dark: "Dark", system: "As the system" };
const ICONS = { light: Sun, dark: Moon, system: Monitor };

/** Applies a theme at once and keeps it for the next request. */
function applyTheme(theme: Theme) {
  const attribute = themeAttribute(theme);
  if (attribute) document.documentElement.dataset.theme = attribute;
  else delete document.documentElement.dataset.theme;
  writePreferenceCookie(THEME_COOKIE, theme);
}

/** A menu of the three themes. `initial` is what the server read from the cookie. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const Icon = ICONS[theme];
  return (
    <Menu
      label="Theme"
      align="end"
      trigger={<IconButton label={`Theme: ${NAMES[theme].toLowerCase()}`} icon={<Icon />} />}
    >
      <MenuRadioGroup
        value={theme}
        onChange={(value) => {
          const next = parseTheme(value);
          setTheme(next);
          applyTheme(next);
        }}
      >
        <MenuRadioItem value="light">Light</MenuRadioItem>
        <MenuRadioItem value="dark">Dark</MenuRadioItem>
        <MenuRadioItem value="system">As the system</MenuRadioItem>
      </MenuRadioGroup>
    </Menu>
  );
}
