import { MergeDialog } from "@/features/outlet/components/merge-dialog";
import { SplitDialog } from "@/features/outlet/components/split-dialog";
import { canMergeOutlets } from "@/features/outlet/policy";
import type { Outlet } from "@/features/outlet/schema";
import type { Actor } from "@/platform/actor";

type OutletActsProps = { team: string; outlet: Outlet; actor: Actor };

/** What leads do to an outlet as a whole. */
export function OutletActs({ team, outlet, actor }: OutletActsProps) {
  if (!canMergeOutlets(actor)) return null;
  return (
    <>
      <SplitDialog team={team} outlet={outlet} />
      <MergeDialog team={team} outlet={outlet} />
    </>
  );
}
