"use client";

import { Type } from "lucide-react";
import { type CSSProperties, createContext, type ReactNode, use, useState } from "react";
import { Button } from "@/ui/button";
import { Popover } from "@/ui/popover";
import { Segmented } from "@/ui/segmented";
import { parseTheme } from "@/ui/theme/theme";
import { useTheme } from "@/ui/theme/use-theme";
import { writePreferenceCookie } from "@/ui/theme/write-cookie";
import {
  LARGEST,
  READING_COOKIE,
  type ReadingSettings,
  SMALLEST,
  styleOfReading,
  USUAL,
  writeReading,
} from "../rules/reading-settings";

const Reading = createContext<{ settings: ReadingSettings; change: (next: ReadingSettings) => void }>({
  settings: USUAL,
  change: () => {},
});

type ReadingFrameProps = { initial: ReadingSettings; className?: string; children: ReactNode };

/** Sets every text in it as its reader likes. `initial` is what the server read from the cookie: nothing jumps. */
export function ReadingFrame({ initial, className, children }: ReadingFrameProps) {
  const [settings, setSettings] = useState(initial);
  const change = (next: ReadingSettings) => {
    setSettings(next);
    writePreferenceCookie(READING_COOKIE, writeReading(next));
  };
  return (
    <Reading value={{ settings, change }}>
      <div className={className} style={styleOfReading(settings) as CSSProperties}>
        {children}
      </div>
    </Reading>
  );
}

const FACES = [
  { value: "serif", label: "Serif" },
  { value: "sans", label: "Sans" },
];
const LEADINGS = [
  { value: "tight", label: "Tight" },
  { value: "usual", label: "Usual" },
  { value: "loose", label: "Loose" },
];
const MEASURES = [
  { value: "narrow", label: "Narrow" },
  { value: "usual", label: "Usual" },
  { value: "wide", label: "Wide" },
];
const THEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "As the system" },
];

/** How the text is set: size, space between lines, length of lines, face; and the theme of all pages. */
export function ReadingMenu() {
  const { settings, change } = use(Reading);
  const [theme, setTheme] = useTheme();
  const { size, leading, measure, face } = settings;
  const set = (next: Partial<Record<keyof ReadingSettings, string | number>>) =>
    change({ ...settings, ...next } as ReadingSettings);
  return (
    <Popover trigger={<Button icon={<Type />}>Text</Button>} title="How the text is set" align="end">
      <div className="flex flex-col gap-3">
        <div className="flex items-center gap-2">
          <span className="flex-1 font-medium text-sm" id="reading-size">
            Size
          </span>
          <Button size="sm" aria-label="Smaller" disabled={size <= SMALLEST} onClick={() => set({ size: size - 1 })}>
            A−
          </Button>
          <output aria-labelledby="reading-size" className="w-12 text-center text-sm tabular-nums">
            {Math.round(100 * 1.1 ** size)}%
          </output>
          <Button size="sm" aria-label="Larger" disabled={size >= LARGEST} onClick={() => set({ size: size + 1 })}>
            A+
          </Button>
        </div>
        <Segmented
          legend="Space between lines"
          name="leading"
          options={LEADINGS}
          value={leading}
          onChange={(value) => set({ leading: value })}
        />
        <Segmented
          legend="Length of lines"
          name="measure"
          options={MEASURES}
          value={measure}
          onChange={(value) => set({ measure: value })}
        />
        <Segmented legend="Face" name="face" options={FACES} value={face} onChange={(value) => set({ face: value })} />
        <Segmented
          legend="Theme"
          name="theme"
          options={THEMES}
          value={theme}
          onChange={(value) => setTheme(parseTheme(value))}
        />
        <div>
          <Button size="sm" variant="ghost" onClick={() => change(USUAL)}>
            As usual
          </Button>
        </div>
      </div>
    </Popover>
  );
}
