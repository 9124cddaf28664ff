"use client";

import { useSyncExternalStore } from "react";
import { cn } from "./class-names";
import { keyNames } from "./keys/key-names";
import { isMac } from "./keys/platform";

const never = () => () => {};
const unknown = () => false;

/**
 * Prints a shortcut such as `c`, `g a`, `mod+k`. `quiet` takes the colour of what it stands on, and goes away where
 * there is no keyboard.
 */
export function Kbd({ keys, quiet = false }: { keys: string; quiet?: boolean }) {
  // The server does not know the machine; a Mac gets its own signs right after the first paint.
  const mac = useSyncExternalStore(never, isMac, unknown);
  return (
    <span
      dir="ltr"
      className={cn(
        "inline-flex items-center gap-0.5 whitespace-nowrap",
        quiet && "max-md:hidden pointer-coarse:hidden",
      )}
    >
      {[...keyNames(keys, mac).entries()].map(([position, name]) => (
        <kbd
          // The strokes of one shortcut never change places.
          key={`${position}-${name}`}
          className={cn(
            "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1 font-mono text-xs",
            quiet ? "border-current opacity-80" : "border-edge bg-raised text-ink-2",
          )}
        >
          {name}
        </kbd>
      ))}
    </span>
  );
}
