"use server";

import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { changeClaims } from "./commands/change-cells";
import { EditCells } from "./schema";

/** The grid shows what it changed by itself. */
export const editCellsAction = action(EditCells.extend({ caseId: Id }), changeClaims, { refresh: false });
