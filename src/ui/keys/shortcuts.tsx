"use client";

import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useId,
  useState,
  useSyncExternalStore,
} from "react";
import { type KeysSnapshot, type Shortcut, ShortcutRegistry } from "./registry";

type Scope = { registry: ShortcutRegistry; depth: number; modal: boolean };

const ScopeContext = createContext<Scope | null>(null);
const NOTHING: KeysSnapshot = { shortcuts: [], pending: "", characters: true };

/** Holds the shortcuts of a shell and listens for them. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new ShortcutRegistry());
  useEffect(() => registry.attach(), [registry]);
  return <ScopeContext value={{ registry, depth: 0, modal: false }}>{children}</ScopeContext>;
}

/** A part of the page whose shortcuts win over those of the parts around it. */
export function ShortcutScope({ children }: { children: ReactNode }) {
  const scope = use(ScopeContext);
  if (!scope) return children;
  return <ScopeContext value={{ ...scope, depth: scope.depth + 1 }}>{children}</ScopeContext>;
}

/**
 * The inside of a modal dialog: while `open`, only shortcuts made inside it are in force. A dialog that is fading away
 * is no longer open, or a key pressed right after Escape would be lost.
 */
export function ModalShortcutScope({ open, children }: { open: boolean; children: ReactNode }) {
  const scope = use(ScopeContext);
  const registry = scope?.registry;
  useEffect(() => (open ? registry?.enterModal() : undefined), [registry, open]);
  if (!scope) return children;
  return <ScopeContext value={{ ...scope, depth: scope.depth + 1, modal: true }}>{children}</ScopeContext>;
}

type Options = {
  /** Only while the focus is inside this element. */
  within?: RefObject<HTMLElement | null>;
};

/** Puts shortcuts in force for as long as the caller is mounted. Without a provider above it does nothing. */
export function useShortcuts(shortcuts: Shortcut[], { within }: Options = {}) {
  const scope = use(ScopeContext);
  const id = useId();
  // No dependencies: the registry has to hold the functions of the newest render, and tells no one unless keys changed.
  useEffect(() => {
    scope?.registry.update(id, {
      shortcuts,
      depth: scope.depth,
      modal: scope.modal,
      ...(within ? { within: () => within.current } : {}),
    });
  });
  const registry = scope?.registry;
  useEffect(() => () => registry?.remove(id), [registry, id]);
}

const unsubscribed = () => () => {};
const nothing = () => NOTHING;

/** The shortcuts in force here and now, and the switch for single characters. */
export function useActiveShortcuts() {
  const registry = use(ScopeContext)?.registry;
  const snapshot = useSyncExternalStore(
    registry?.subscribe ?? unsubscribed,
    registry?.getSnapshot ?? nothing,
    registry?.getServerSnapshot ?? nothing,
  );
  return { ...snapshot, setCharacters: (on: boolean) => registry?.setCharacters(on) };
}
