"use server";

import { action } from "@/platform/action";
import { setBackChange } from "./commands/set-back-change";
import { findLastChange } from "./queries";
import { WhichCase, WhichChange } from "./schema";

export const setBackChangeAction = action(WhichChange, setBackChange);

export const findLastChangeAction = action(WhichCase, (ctx, { caseId }) => findLastChange(ctx, caseId), {
  refresh: false,
});
