"use server";

import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { changeCase } from "./commands/change-case";
import { openCase } from "./commands/open-case";
import { ChangeCase, OpenCase } from "./schema";

export const openCaseAction = action(OpenCase, openCase);
export const changeCaseAction = action(ChangeCase.extend({ caseId: Id }), changeCase);
