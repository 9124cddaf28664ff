"use client";

import type { Claim } from "@/features/claim/schema";
import { VERBS } from "@/features/relation/components/relation-words";
import type { RelationKind } from "@/features/relation/schema";
import { useShortcuts } from "@/ui/keys/shortcuts";

type Reader = {
  canWrite: boolean;
  composing: boolean;
  focused: Claim | null;
  walk: (step: 1 | -1, extend: boolean) => void;
  step: (by: 1 | -1) => void;
  begin: () => void;
  edit: (claim: Claim) => void;
  retract: (claim: Claim) => void;
  pin: (claim: Claim) => void;
  relate: (claim: Claim, kind: RelationKind) => void;
  openOther: (() => void) | null;
  undo: () => void;
  letGo: () => void;
};

/** The reader's keys. Those for one claim are in force while a claim is in focus. */
export function useReaderKeys(reader: Reader) {
  const { canWrite, composing, focused, walk, step } = reader;
  const acts = canWrite && !composing;
  const onClaim = (run: (claim: Claim) => void) => ({
    run: () => (focused ? run(focused) : undefined),
    disabled: !acts || !focused,
    group: "Claim",
  });
  useShortcuts([
    { keys: "j", label: "Next sentence", run: () => walk(1, false), group: "Read" },
    { keys: "k", label: "Previous sentence", run: () => walk(-1, false), group: "Read" },
    { keys: "shift+j", label: "Take the next sentence in", run: () => walk(1, true), group: "Read", hidden: true },
    { keys: "shift+k", label: "Take the previous in", run: () => walk(-1, true), group: "Read", hidden: true },
    { keys: "]", label: "Next claim", run: () => step(1), group: "Read" },
    { keys: "[", label: "Previous claim", run: () => step(-1), group: "Read" },
    { keys: "o", label: "Other article", run: () => reader.openOther?.(), group: "Read", disabled: !reader.openOther },
    { keys: "escape", label: "Let go", run: reader.letGo, group: "Read", hidden: true },
    { keys: "c", label: "New claim", run: reader.begin, group: "Claim", disabled: !acts },
    { keys: "e", label: "Edit", ...onClaim(reader.edit) },
    { keys: "p", label: "Pin", ...onClaim(reader.pin) },
    { keys: "shift+r", label: "Retract", ...onClaim(reader.retract), hidden: true },
    { keys: "mod+z", label: "Undo", run: reader.undo, group: "Claim", hidden: true, disabled: composing },
    ...VERBS.map(({ keys, kind, label }) => ({
      keys,
      label,
      ...onClaim((claim) => reader.relate(claim, kind)),
      group: "Relate",
    })),
  ]);
}
