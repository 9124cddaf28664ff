"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "../icon-button";
import { Menu, MenuRadioGroup, MenuRadioItem } from "../menu";
import { parseTheme, type Theme } from "./theme";
import { useTheme } from "./use-theme";

const NAMES: Record<Theme, string> = { light: "Light", dark: "Dark", system: "As the system" };
const ICONS = { light: Sun, dark: Moon, system: Monitor };

/** A menu of the three themes. `initial` is what the server read from the cookie. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useTheme(initial);
  const Icon = ICONS[theme];
  return (
    <Menu
      label="Theme"
      align="end"
      trigger={<IconButton label={`Theme: ${NAMES[theme].toLowerCase()}`} icon={<Icon />} />}
    >
      <MenuRadioGroup value={theme} onChange={(value) => setTheme(parseTheme(value))}>
        <MenuRadioItem value="light">Light</MenuRadioItem>
        <MenuRadioItem value="dark">Dark</MenuRadioItem>
        <MenuRadioItem value="system">As the system</MenuRadioItem>
      </MenuRadioGroup>
    </Menu>
  );
}
