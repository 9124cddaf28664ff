"use client";

import { Checkbox } from "../checkbox";
import { Dialog } from "../dialog";
import { Kbd } from "../kbd";
import type { Shortcut } from "./registry";
import { useActiveShortcuts } from "./shortcuts";

type ShortcutListProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The keys in force before the dialog opened and took their place. */
  shortcuts: readonly Shortcut[];
};

/** All keys that work on this page, and the switch that turns single characters off. */
export function ShortcutList({ open, onOpenChange, shortcuts }: ShortcutListProps) {
  const { characters, setCharacters } = useActiveShortcuts();
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of shortcuts) {
    const group = shortcut.group ?? "Here";
    groups.set(group, [...(groups.get(group) ?? []), shortcut]);
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys" size="lg">
      <div className="gap-x-10 sm:columns-2">
        {[...groups].map(([group, members]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="border-hairline border-b pb-1 text-ink-3 text-xs">{group}</h3>
            <ul>
              {members.map((shortcut) => (
                <li
                  key={shortcut.keys}
                  className="flex h-8 items-center justify-between gap-4 border-hairline border-b"
                >
                  {shortcut.label}
                  <Kbd keys={shortcut.keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Checkbox
        label="Single keys act"
        hint="Switch this off if you speak to your computer, or press keys by accident. Keys with Ctrl or ⌘ go on working."
        checked={characters}
        onChange={(event) => setCharacters(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
