import { fieldsOf } from "@/features/activity/rules/in-force";
import type { Activity } from "@/features/activity/schema";
import { changeArticle } from "@/features/article/commands/change-article";
import { getArticle } from "@/features/article/queries";
import { ChangeArticle } from "@/features/article/schema";
import { changeCase } from "@/features/case/commands/change-case";
import { ChangeCase } from "@/features/case/schema";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { restoreClaim } from "@/features/claim/commands/restore-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { setBackClaim } from "@/features/claim/commands/set-back-claim";
import { ownGrades } from "@/features/claim/commands/write-assessment";
import { getClaim } from "@/features/claim/queries";
import { AssessClaim } from "@/features/claim/schema";
import {
  editComment,
  reopenThread,
  resolveThread,
  restoreComment,
  retractComment,
} from "@/features/comment/commands/change-comment";
import { getComment } from "@/features/comment/queries";
import { EditComment } from "@/features/comment/schema";
import { assignConflict } from "@/features/conflict/commands/assign-conflict";
import { decideSuspicion } from "@/features/conflict/commands/decide-suspicion";
import { markOwnReporting } from "@/features/conflict/commands/mark-own-reporting";
import { undismissWarning } from "@/features/conflict/commands/undismiss-warning";
import { unmarkOwnReporting } from "@/features/conflict/commands/unmark-own-reporting";
import { AssignConflict, DecideSuspicion, MarkOwnReporting } from "@/features/conflict/schema";
import { changeOutlet } from "@/features/outlet/commands/change-outlet";
import { findOutlets } from "@/features/outlet/queries";
import { ChangeOutlet } from "@/features/outlet/schema";
import type { TxCtx } from "@/platform/context";
import { invalid } from "@/platform/errors";
import { parseInput } from "@/platform/parse-input";
import type { VerbWithWay, WayBack } from "../rules/ways-back";
import { findingAsBefore, restoreThisFinding, takeFindingBack } from "./go-back-finding";
import { judgementAsBefore, judgementWithdrawn, rulingAsBefore, rulingWithdrawn } from "./go-back-relation";

export type Going = {
  change: Activity;
  /** Empty for what belongs to the team. */
  caseId: string;
};

type Fields = Record<string, unknown>;
type Go = (ctx: TxCtx, going: Going & { id: string; before: Fields; after: Fields; made: boolean }) => Promise<unknown>;

/** Which command brings back what stood before a change of each verb. It checks role, team and rules as ever. */
const GO: Record<VerbWithWay, Go> = {
  "case.changed": (ctx, { caseId, before }) => changeCase(ctx, { ...parseInput(ChangeCase, before), caseId }),
  "outlet.changed": (ctx, { id, before }) => outletAsBefore(ctx, id, before),
  "article.changed": (ctx, { id, before }) => articleAsBefore(ctx, id, before),
  "claim.recorded": (ctx, { id }) => retractClaim(ctx, { claimId: id }),
  "claim.changed": (ctx, { id, change }) => setBackClaim(ctx, { claimId: id, seq: change.seq }),
  "claim.retracted": (ctx, { id }) => restoreClaim(ctx, { claimId: id }),
  "claim.restored": (ctx, { id }) => retractClaim(ctx, { claimId: id }),
  "claim.assessed": (ctx, { id, before }) => gradesAsBefore(ctx, id, before),
  "claim.own_reporting_marked": (ctx, { id, before }) => markAsBefore(ctx, id, before),
  "claim.own_reporting_unmarked": (ctx, { id, before }) => markAsBefore(ctx, id, before),
  "relation.judged": judgementAsBefore,
  "relation.judgement_withdrawn": judgementWithdrawn,
  "relation.ruled": rulingAsBefore,
  "relation.ruling_withdrawn": rulingWithdrawn,
  "suspicion.decided": (ctx, { id, before }) =>
    decideSuspicion(ctx, { ...parseInput(DecideSuspicion, before), suspicionId: id }),
  "conflict.assigned": (ctx, going) => assignmentAsBefore(ctx, going),
  "warning.dismissed": (ctx, { id, caseId }) => undismissWarning(ctx, { caseId, dismissalId: id }),
  "comment.added": (ctx, going) => retractComment(ctx, which(going)),
  "comment.edited": (ctx, going) => wordsAsBefore(ctx, going),
  "comment.retracted": (ctx, going) => restoreComment(ctx, which(going)),
  "comment.restored": (ctx, going) => retractComment(ctx, which(going)),
  "comment.resolved": (ctx, going) => reopenThread(ctx, which(going)),
  "comment.reopened": (ctx, going) => resolveThread(ctx, which(going)),
  "finding.drafted": takeFindingBack,
  "finding.proposed": (ctx, going) => (going.made ? takeFindingBack(ctx, going) : findingAsBefore(ctx, going)),
  "finding.changed": findingAsBefore,
  "finding.sent_back": findingAsBefore,
  "finding.withdrawn": restoreThisFinding,
  "finding.restored": takeFindingBack,
};

export function goBack(ctx: TxCtx, { verb, made }: WayBack, { change, caseId }: Going): Promise<unknown> {
  const { before, after, subject } = change;
  return GO[verb](ctx, { change, caseId, id: subject.id, before: fieldsOf(before), after: fieldsOf(after), made });
}

async function articleAsBefore(ctx: TxCtx, articleId: string, before: Fields) {
  const { publishedOn, publishedOnWords, language, ...plain } = before;
  await requireOutlet(ctx, before.outlet);
  const former = {
    ...plain,
    ...((publishedOn !== undefined || publishedOnWords !== undefined) && {
      publishedOn: asDate(
        publishedOn === undefined ? (await getArticle(ctx, articleId)).publishedOn : publishedOn,
        publishedOnWords,
      ),
    }),
    ...(language !== undefined && { language: language === "und" ? null : language }),
  };
  return changeArticle(ctx, { ...parseInput(ChangeArticle, former), articleId });
}

const asDate = (edtf: unknown, words: unknown) =>
  edtf === null ? null : { edtf, ...(typeof words === "string" && { words }) };

async function outletAsBefore(ctx: TxCtx, outletId: string, before: Fields) {
  for (const name of Array.isArray(before.carriers) ? before.carriers : []) await requireOutlet(ctx, name);
  return changeOutlet(ctx, { ...parseInput(ChangeOutlet, before), outletId });
}

/** An outlet that has another name now must not be made anew under its former one. */
async function requireOutlet(ctx: TxCtx, name: unknown): Promise<void> {
  if (typeof name !== "string" || (await findOutlets(ctx, [name])).has(name)) return;
  throw invalid("outlet", `was ${name}, and no outlet is called so now`);
}

async function gradesAsBefore(ctx: TxCtx, claimId: string, before: Fields) {
  const own = ownGrades(ctx, await getClaim(ctx, claimId));
  return assessClaim(ctx, { ...parseInput(AssessClaim, { ...own, ...before }), claimId });
}

const markAsBefore = (ctx: TxCtx, claimId: string, before: Fields) =>
  typeof before.reason === "string"
    ? markOwnReporting(ctx, { ...parseInput(MarkOwnReporting, before), claimId })
    : unmarkOwnReporting(ctx, { claimId });

async function assignmentAsBefore(ctx: TxCtx, { caseId, id, before }: Going & { id: string; before: Fields }) {
  const { number } = await getClaim(ctx, id);
  return assignConflict(ctx, { ...parseInput(AssignConflict, { user: before.assigneeId ?? null }), caseId, number });
}

const which = ({ before, after }: { before: Fields; after: Fields }) => ({
  commentId: String(after.comment ?? before.comment),
});

/** Whom the comment mentions now stays mentioned. */
async function wordsAsBefore(ctx: TxCtx, going: { before: Fields; after: Fields }) {
  const { commentId } = which(going);
  const mentions = (await getComment(ctx, commentId)).mentions.map(({ id }) => id);
  return editComment(ctx, { ...parseInput(EditComment, { body: going.before.words, mentions }), commentId });
}
