import { cn } from "./class-names";
import { keyNames } from "./keys/key-names";

/** Prints a shortcut such as `c`, `g a`, `mod+k`. `quiet` takes the colour of what it stands on. */
export function Kbd({ keys, quiet = false }: { keys: string; quiet?: boolean }) {
  return (
    <span className="inline-flex items-center gap-0.5 whitespace-nowrap" dir="ltr">
      {[...keyNames(keys).entries()].map(([position, name]) => (
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
