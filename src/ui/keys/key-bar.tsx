"use client";

import { Kbd } from "../kbd";
import type { Shortcut } from "./registry";
import { useActiveShortcuts } from "./shortcuts";

type Hint = { keys: string; label: string };

/** What the line shows: single keys as they are; sequences folded into their first stroke until it is pressed. */
export function keyHints(shortcuts: readonly Shortcut[], pending: string): Hint[] {
  if (pending) {
    return shortcuts
      .filter((shortcut) => shortcut.keys.startsWith(`${pending} `))
      .map((shortcut) => ({ keys: shortcut.keys.slice(pending.length + 1), label: shortcut.label }));
  }
  const hints = new Map<string, Hint>();
  for (const { keys, label, group, hidden } of shortcuts) {
    if (hidden) continue;
    const first = keys.split(" ")[0] ?? keys;
    const folded = first !== keys;
    if (!hints.has(first)) hints.set(first, { keys: first, label: folded ? (group ?? "More") : label });
  }
  return [...hints.values()];
}

/** One line at the bottom: the keys that work here, now. */
export function KeyBar({ onShowAll }: { onShowAll: () => void }) {
  const { shortcuts, pending, characters } = useActiveShortcuts();
  const hints = characters || pending ? keyHints(shortcuts, pending) : [];
  return (
    <section
      aria-label="Keys that work here"
      data-shell="chrome"
      className="fixed inset-x-0 bottom-0 z-20 flex h-(--shell-bottom) items-center gap-4 border-hairline border-t bg-desk px-3 text-ink-3 text-xs max-md:hidden"
    >
      <ul className="flex h-full min-w-0 flex-1 flex-wrap items-center gap-x-4 overflow-hidden">
        {hints.map((hint) => (
          <li key={hint.keys} className="flex h-(--shell-bottom) items-center gap-1.5 whitespace-nowrap">
            <Kbd keys={hint.keys} />
            {hint.label}
          </li>
        ))}
        {characters ? null : <li>Single keys are off.</li>}
      </ul>
      <button
        type="button"
        onClick={onShowAll}
        className="flex shrink-0 items-center gap-1.5 rounded-sm hover:text-ink"
      >
        {characters ? <Kbd keys="?" /> : null}
        All keys
      </button>
    </section>
  );
}
