import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid, refuse, stale } from "@/platform/errors";
import { canSignFinding, canWriteFinding } from "../policy";
import type { FindingRow } from "../queries/finding-rows";
import { highestStatus, mayPrefer, refuseFinding } from "../rules/finding-status";
import type { Finding, WriteFinding } from "../schema";
import { answerFinding, type HeldConflict, holdConflict, present, unsignedOf } from "./hold-conflict";
import { type FindingWords, storeFinding } from "./store-finding";

type Input = WriteFinding & { caseId: string; number: number };

/**
 * The team's answer to a conflict as it stands. One that is not signed is changed; behind a signed one a new row begins,
 * which supersedes it when it is signed in turn. The same again changes nothing while the conflict is the same.
 */
export async function writeFinding(ctx: Ctx, { caseId, number, ...input }: Input): Promise<Finding> {
  if (!canWriteFinding(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const held = await holdConflict(ctx, caseId, number);
    const prior = unsignedOf(held);
    const current = prior ?? held.findings.find((each) => each.status === "signed");
    const words = merged(held, prior, current, input);
    const kept = prior !== undefined && sameWords(prior, words);
    const authorId = kept ? prior.author.id : ctx.actor.userId;
    const status = decideStatus(ctx, held, input, authorId);
    refuse(refuseFinding(words, status));
    if (current && isSame(held, current, words, status)) return present(held, current);
    if (input.version !== undefined && input.version !== current?.version) {
      throw stale("finding", current ? present(held, current) : null);
    }
    // Who gets it back has to see what has changed since it was proposed.
    const basis = kept && status === "draft" ? prior.basis : held.basis;
    const id = await storeFinding(ctx, held, prior, { ...words, status, authorId, basis });
    return answerFinding(ctx, held, id);
  });
}

/** What is not said again stays, of a finding that is changed; one that begins anew only takes up the question. */
function merged(
  held: HeldConflict,
  prior: FindingRow | undefined,
  current: FindingRow | undefined,
  input: WriteFinding,
): FindingWords {
  const { outcome, rationale } = input;
  return {
    question: input.question ?? current?.question ?? "",
    outcome,
    preferred: preferredOf(held, prior, input),
    rationale,
    likelihood: input.likelihood === undefined ? (prior?.likelihood ?? null) : input.likelihood,
    confidence: input.confidence === undefined ? (prior?.confidence ?? null) : input.confidence,
  };
}

function preferredOf({ group }: HeldConflict, prior: FindingRow | undefined, input: WriteFinding): number[] {
  const { preferredCamp, outcome } = input;
  if (preferredCamp === null) return [];
  if (preferredCamp === undefined) return prior && mayPrefer(outcome) ? prior.preferred : [];
  const camp = group.camps.find(({ letter }) => letter === preferredCamp.toUpperCase());
  if (!camp) throw invalid("preferredCamp", "is not a camp of this conflict");
  return camp.claims;
}

const sameWords = (row: FindingRow, words: FindingWords) =>
  row.question === words.question &&
  row.outcome === words.outcome &&
  row.rationale === words.rationale &&
  row.likelihood === words.likelihood &&
  row.confidence === words.confidence &&
  row.preferred.join() === words.preferred.join();

const isSame = (held: HeldConflict, row: FindingRow, words: FindingWords, status: string) =>
  row.status === status && sameWords(row, words) && held.changesOf(row).length === 0;

function decideStatus(ctx: TxCtx, { subject }: HeldConflict, input: WriteFinding, authorId: string) {
  const signing = {
    mayEver: canSignFinding(ctx.actor),
    second: subject.secondSignature,
    isAuthor: authorId === ctx.actor.userId,
    namesVersion: input.version !== undefined,
  };
  const status = input.status ?? highestStatus(signing);
  if (status !== "signed") return status;
  if (!signing.mayEver) throw forbidden("Only leads and owners sign findings.");
  if (!signing.second) return status;
  if (signing.isAuthor) throw forbidden("In this case a finding is signed by somebody other than its author.");
  if (!signing.namesVersion) throw invalid("version", "is needed: a second signature names what was read");
  return status;
}
