"use server";

import { z } from "zod";
import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { answerTask } from "./commands/answer-task";
import { closeRound } from "./commands/close-round";
import { drawRound } from "./commands/draw-round";
import { takeTask } from "./commands/take-task";
import { AnswerTask, DrawRound } from "./schema";

const which = { roundId: Id };

export const drawRoundAction = action(DrawRound.extend({ caseId: Id }), drawRound);
export const closeRoundAction = action(z.object(which), closeRound);
/** The page shows what it is handed by itself. */
export const takeTaskAction = action(z.object(which), takeTask, { refresh: false });
export const answerTaskAction = action(AnswerTask.extend({ ...which, unitId: Id }), answerTask, { refresh: false });
