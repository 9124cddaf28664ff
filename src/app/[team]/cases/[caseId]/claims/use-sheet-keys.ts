"use client";

import { useRouter } from "next/navigation";
import type { Claim } from "@/features/claim/schema";
import type { RelationKind } from "@/features/relation/schema";
import { useShortcuts } from "@/ui/keys/shortcuts";
import type { useClaimActs } from "../_desk/use-claim-acts";
import type { Pinned } from "../_desk/use-pinned";
import { relateShortcuts } from "../_desk/use-relating";
import type { useRows } from "./use-rows";

type Sheet = {
  base: string;
  /** May write, and is not writing now. */
  acts: boolean;
  rows: ReturnType<typeof useRows>;
  begin: () => void;
  edit: (claim: Claim) => void;
  claimActs: ReturnType<typeof useClaimActs>;
  relating: { begin: (claim: Claim, kind: RelationKind) => void; pin: (claim: Pinned | null) => void };
};

/** The sheet's keys. Those for one claim are in force while a row has the focus. */
export function useSheetKeys({ base, acts, rows, begin, edit, claimActs, relating }: Sheet) {
  const router = useRouter();
  const { focused, step } = rows;
  const onClaim = (run: (claim: Claim) => void) => ({
    group: "Claim",
    disabled: !acts || !focused,
    run: () => (focused ? run(focused) : undefined),
  });
  useShortcuts([
    { keys: "j", label: "Next row", run: () => step(1), group: "Sheet" },
    { keys: "k", label: "Previous row", run: () => step(-1), group: "Sheet" },
    {
      keys: "space",
      label: "Show in full",
      group: "Sheet",
      disabled: !focused,
      run: () => focused && rows.toggle(focused.id),
    },
    {
      keys: "enter",
      label: "Open",
      group: "Sheet",
      disabled: !focused,
      run: () => focused && router.push(`${base}/claims/${focused.number}`),
    },
    { keys: "c", label: "New claim", run: begin, group: "Claim", disabled: !acts },
    { keys: "e", label: "Edit", ...onClaim(edit) },
    { keys: "r", label: "Mark reviewed, or draft again", hidden: true, ...onClaim(claimActs.review) },
    { keys: "shift+r", label: "Retract", hidden: true, ...onClaim(claimActs.retract) },
    ...relateShortcuts(focused, acts, relating),
    { keys: "escape", label: "Close", run: rows.close, group: "Sheet", hidden: true, disabled: !rows.opened },
  ]);
  // Arrows scroll everywhere else.
  useShortcuts(
    [
      { keys: "arrowdown", label: "Next row", run: () => step(1), group: "Sheet", hidden: true },
      { keys: "arrowup", label: "Previous row", run: () => step(-1), group: "Sheet", hidden: true },
    ],
    { within: rows.table },
  );
}
