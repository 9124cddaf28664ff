"use server";

import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { changeClaims } from "./commands/change-cells";
import { changeView } from "./commands/change-view";
import { keepColumns } from "./commands/keep-habit";
import { removeView } from "./commands/remove-view";
import { saveView } from "./commands/save-view";
import { findHeadings } from "./queries/find-headings";
import { ChangeView, EditCells, KeepColumns, RemoveView, SaveView, WhichSheet } from "./schema";

/** The grid shows what it changed by itself. */
export const editCellsAction = action(EditCells.extend({ caseId: Id }), changeClaims, { refresh: false });

export const saveViewAction = action(SaveView.extend({ caseId: Id }), saveView);
export const changeViewAction = action(ChangeView.extend({ viewId: Id }), changeView);
export const removeViewAction = action(RemoveView, removeView);

/** The columns of the sheet where no view is chosen: as this person left them. */
export const keepColumnsAction = action(KeepColumns, keepColumns, { refresh: false });

/** The columns of a case that are somebody's own: asked for when columns are chosen, for all claims are looked through. */
export const headingsAction = action(WhichSheet, (ctx, { caseId }) => findHeadings(ctx, caseId), { refresh: false });
