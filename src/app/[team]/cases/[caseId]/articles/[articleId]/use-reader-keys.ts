"use client";

import type { Claim } from "@/features/claim/schema";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { relateShortcuts, type useRelating } from "../../_desk/use-relating";

type Reader = {
  canWrite: boolean;
  composing: boolean;
  focused: Claim | null;
  walk: (step: 1 | -1, extend: boolean) => void;
  step: (by: 1 | -1) => void;
  /** Null while words are being looked for: the browser's own search is one stroke further. */
  find: (() => void) | null;
  begin: () => void;
  edit: (claim: Claim) => void;
  retract: (claim: Claim) => void;
  relating: ReturnType<typeof useRelating>;
  openOther: (() => void) | null;
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
    { keys: "f", label: "Find in the text", run: () => reader.find?.(), group: "Read", disabled: !reader.find },
    { keys: "mod+f", label: "Find in the text", run: () => reader.find?.(), hidden: true, disabled: !reader.find },
    { keys: "o", label: "Other article", run: () => reader.openOther?.(), group: "Read", disabled: !reader.openOther },
    { keys: "escape", label: "Let go", run: reader.letGo, group: "Read", hidden: true },
    { keys: "c", label: "New claim", run: reader.begin, group: "Claim", disabled: !acts },
    { keys: "e", label: "Edit", ...onClaim(reader.edit) },
    { keys: "shift+r", label: "Retract", ...onClaim(reader.retract), hidden: true },
    ...relateShortcuts(focused, acts, reader.relating),
  ]);
}
