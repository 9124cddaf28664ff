import { fieldsOf } from "@/features/activity/rules/in-force";
import { type ChangedField, changedFieldsOf } from "@/features/activity/rules/tell-activity";
import type { Activity } from "@/features/activity/schema";

type Change = Pick<Activity, "verb" | "before" | "after" | "subject">;

const TAKEN_BACK = "is taken back, and can be brought back.";

/** What becomes of a thing that a change brought about or took away, where no fields tell it. */
const BECOMES: Record<string, string> = {
  "claim.recorded": "is retracted, and can be restored.",
  "claim.retracted": "is restored.",
  "claim.restored": "is retracted again.",
  "claim.own_reporting_marked": "bears your mark no longer, or the reason it bore.",
  "claim.own_reporting_unmarked": "bears your mark again.",
  "relation.judgement_withdrawn": "is judged by you again as it was.",
  "relation.ruling_withdrawn": "is ruled on by you again as it was.",
  "warning.dismissed": "is warned of again.",
  "comment.added": `bears your comment no longer: it ${TAKEN_BACK}`,
  "comment.retracted": "bears the comment again.",
  "comment.restored": `bears the comment no longer: it ${TAKEN_BACK}`,
  "comment.resolved": "has its thread open again.",
  "comment.reopened": "has its thread closed again.",
  "finding.withdrawn": "has its finding again.",
  "finding.restored": "has its finding withdrawn again.",
};

/** Of what began with the change, only that it was begun. */
const BEGAN: Record<string, string> = {
  "relation.judged": "is judged by you no longer.",
  "relation.ruled": "is ruled on no longer.",
  "finding.drafted": "has its finding withdrawn; it can be brought back.",
  "finding.proposed": "has its finding withdrawn; it can be brought back.",
};

export type UndoInWords = { words: string; fields: ChangedField[] };

/** What is so once a change is set back: a sentence about its subject, or the fields that go back. */
export function tellUndo({ verb, before, after }: Change): UndoInWords {
  const began = ["kind", "question", "status", "rationale", "judgement"].every((name) => !(name in fieldsOf(before)));
  const words = BECOMES[verb] ?? (began ? BEGAN[verb] : undefined);
  if (words !== undefined) return { words, fields: [] };
  const { setsBack: _, standing: __, ...now } = fieldsOf(after);
  const { standing: ___, ...then } = fieldsOf(before);
  const fields = changedFieldsOf({ before: now as Activity["before"], after: then as Activity["after"] });
  return { words: "stands as before:", fields };
}
