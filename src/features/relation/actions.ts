"use server";

import { z } from "zod";
import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { judgeRelation } from "./commands/judge-relation";
import { recordRelation } from "./commands/record-relation";
import { repeatOriginal } from "./commands/repeat-original";
import { ruleOnRelation } from "./commands/rule-on-relation";
import { withdrawJudgement } from "./commands/withdraw-judgement";
import { withdrawRuling } from "./commands/withdraw-ruling";
import { relationsOfClaim } from "./queries";
import { JudgeRelation, RecordRelation, RuleOnRelation, Withdraw } from "./schema";

const which = { relationId: Id };

export const recordRelationAction = action(RecordRelation.extend({ caseId: Id }), recordRelation);
export const judgeRelationAction = action(JudgeRelation.extend(which), judgeRelation);
export const withdrawJudgementAction = action(Withdraw.extend(which), withdrawJudgement);
export const ruleOnRelationAction = action(RuleOnRelation.extend(which), ruleOnRelation);
export const withdrawRulingAction = action(Withdraw.extend(which), withdrawRuling);

/** After a claim is entered in an article that is said to be a copy. */
export const repeatOriginalAction = action(z.object({ claimId: Id }), repeatOriginal);

/** What a claim is related to, where a page unfolds it only when asked. */
export const relationsOfClaimAction = action(
  z.object({ claimId: Id }),
  (ctx, { claimId }) => relationsOfClaim(ctx, claimId),
  { refresh: false },
);
