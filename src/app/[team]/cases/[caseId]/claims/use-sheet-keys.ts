"use client";

import { useRouter } from "next/navigation";
import type { Claim } from "@/features/claim/schema";
import type { RelationKind } from "@/features/relation/schema";
import type { Grid } from "@/features/sheet/components/use-grid";
import { useShortcuts } from "@/ui/keys/shortcuts";
import type { useClaimActs } from "../_desk/use-claim-acts";
import { relateShortcuts } from "../_desk/use-relating";

type Sheet = {
  base: string;
  /** May write, and is not writing now. */
  acts: boolean;
  grid: Grid;
  /** The claim of the row in focus is shown in full. */
  isOpen: boolean;
  toggle: () => void;
  close: () => void;
  begin: () => void;
  /** Does something with the claim of the row in focus, once it is known in full. */
  withClaim: (act: (claim: Claim) => unknown) => void;
  edit: (claim: Claim) => void;
  claimActs: ReturnType<typeof useClaimActs>;
  relating: { begin: (claim: Claim, kind: RelationKind) => void; pinClaim: (claim: Claim) => void };
};

/**
 * The sheet's keys. Those for one claim are in force while a row has the focus, and not in a cell that can be written in:
 * there, letters are text.
 */
export function useSheetKeys({ base, acts, grid, withClaim, ...sheet }: Sheet) {
  const router = useRouter();
  const row = grid.active;
  const types = grid.activeColumn?.writable === true && row !== null;
  const onClaim = (act: (claim: Claim) => unknown) => ({
    group: "Claim",
    disabled: !acts || !row || types,
    run: () => withClaim(act),
  });
  const status = (row?.cells.status ?? "draft") as Claim["status"];
  useShortcuts([
    { keys: "j", label: "Next row", run: () => grid.step(1), group: "Sheet", disabled: types },
    { keys: "k", label: "Previous row", run: () => grid.step(-1), group: "Sheet", disabled: types },
    { keys: "f2", label: "Write in the cell", run: () => grid.edit(), group: "Sheet", disabled: !types },
    { keys: "escape", label: "Back to the claim", run: sheet.close, group: "Sheet", disabled: !types || sheet.isOpen },
    { keys: "space", label: "Show in full", group: "Sheet", disabled: !row, run: sheet.toggle },
    {
      keys: "enter",
      label: "Open",
      group: "Sheet",
      disabled: !row || types,
      run: () => row && router.push(`${base}/claims/${row.number}`),
    },
    { keys: "c", label: "New claim", run: sheet.begin, group: "Claim", disabled: !acts || types },
    { keys: "e", label: "Edit", ...onClaim(sheet.edit) },
    { keys: "r", label: "Mark reviewed, or draft again", hidden: true, ...onClaim(sheet.claimActs.review) },
    { keys: "shift+r", label: "Retract", hidden: true, ...onClaim(sheet.claimActs.retract) },
    ...relateShortcuts(row && { status }, acts && !types, {
      begin: (_, kind) => withClaim((claim) => sheet.relating.begin(claim, kind)),
      pinClaim: () => withClaim(sheet.relating.pinClaim),
    }),
    { keys: "escape", label: "Close", run: sheet.close, group: "Sheet", hidden: true, disabled: !sheet.isOpen },
  ]);
}
