"use server";

import { z } from "zod";
import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { assignConflict } from "./commands/assign-conflict";
import { AssignConflict } from "./schema";

export const assignConflictAction = action(AssignConflict.extend({ caseId: Id, number: z.int() }), assignConflict);
