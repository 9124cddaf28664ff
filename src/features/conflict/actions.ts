"use server";

import { z } from "zod";
import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { assignConflict } from "./commands/assign-conflict";
import { restoreFinding } from "./commands/restore-finding";
import { withdrawFinding } from "./commands/withdraw-finding";
import { writeFinding } from "./commands/write-finding";
import { AssignConflict, WithdrawFinding, WriteFinding } from "./schema";

export const assignConflictAction = action(AssignConflict.extend({ caseId: Id, number: z.int() }), assignConflict);

const which = { caseId: Id, number: z.int() };

export const writeFindingAction = action(WriteFinding.extend(which), writeFinding);
export const withdrawFindingAction = action(WithdrawFinding.extend(which), withdrawFinding);
export const restoreFindingAction = action(z.object(which), restoreFinding);
