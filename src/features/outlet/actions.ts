"use server";

import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { carryOutlet } from "./commands/carry-outlet";
import { changeOutlet } from "./commands/change-outlet";
import { createOutlet } from "./commands/create-outlet";
import { mergeOutlet } from "./commands/merge-outlet";
import { splitOutlet } from "./commands/split-outlet";
import { unmergeOutlet } from "./commands/unmerge-outlet";
import { reachOfMerge, reachOfSplit } from "./queries/reach";
import { CarryOutlet, ChangeOutlet, CreateOutlet, MergeOutlet, OutletId, SplitOutlet } from "./schema";

export const createOutletAction = action(CreateOutlet, createOutlet);
export const changeOutletAction = action(ChangeOutlet.extend({ outletId: Id }), changeOutlet);
export const carryOutletAction = action(CarryOutlet, carryOutlet);

export const mergeOutletAction = action(MergeOutlet.extend({ outletId: Id }), mergeOutlet);
export const unmergeOutletAction = action(OutletId, unmergeOutlet);
export const splitOutletAction = action(SplitOutlet.extend({ outletId: Id }), splitOutlet);

/** What would move, before it does; nothing is written. */
export const previewMergeAction = action(OutletId, reachOfMerge, { refresh: false });
export const previewSplitAction = action(
  SplitOutlet.pick({ aliases: true, domains: true }).extend({ outletId: Id }),
  reachOfSplit,
  {
    refresh: false,
  },
);
