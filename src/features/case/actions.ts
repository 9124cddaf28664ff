"use server";

import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { changeCase } from "./commands/change-case";
import { openCase } from "./commands/open-case";
import { readNotices } from "./commands/read-notices";
import { ChangeCase, OpenCase, ReadNotices } from "./schema";

export const openCaseAction = action(OpenCase, openCase);
export const changeCaseAction = action(ChangeCase.extend({ caseId: Id }), changeCase);

export const readNoticesAction = action(ReadNotices, readNotices);
