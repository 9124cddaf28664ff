import { z } from "zod";
import { AnswerTask, DrawRound, NextTask, Round } from "@/features/round/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Blind rounds";

export const listRounds = operation({
  id: "listRounds",
  tag,
  method: "get",
  path: "/cases/{caseId}/rounds",
  summary: "The blind rounds of a case, with how far they are",
  answer: pageOf(Round),
});

export const drawRound = operation({
  id: "drawRound",
  tag,
  method: "post",
  path: "/cases/{caseId}/rounds",
  summary: "Draw claims or pairs to be judged by several people, each for themselves",
  description: "409 where the case is not blind.",
  body: DrawRound,
  answer: Round,
  status: 201,
});

export const getRound = operation({
  id: "getRound",
  tag,
  method: "get",
  path: "/rounds/{roundId}",
  summary: "A round, with how far it is; never with what anybody said",
  answer: Round,
});

export const closeRound = operation({
  id: "closeRound",
  tag,
  method: "post",
  path: "/rounds/{roundId}/close",
  summary: "End a round; what was judged in it is open to the team from then on",
  answer: Round,
});

export const takeTask = operation({
  id: "takeTask",
  tag,
  method: "post",
  path: "/rounds/{roundId}/tasks",
  summary: "What the caller is to judge next; null where nothing is left for them",
  description: "What somebody took and left for two hours goes to others.",
  answer: NextTask,
});

export const answerTask = operation({
  id: "answerTask",
  tag,
  method: "put",
  path: "/rounds/{roundId}/tasks/{unitId}",
  summary: "A kind for a pair, grades for a claim, or that it cannot be judged",
  body: AnswerTask,
  answer: z.object({ left: z.int() }),
});
