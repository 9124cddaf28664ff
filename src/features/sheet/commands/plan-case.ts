import { createHash } from "node:crypto";
import { canSignFinding } from "@/features/conflict/policy";
import { canRule } from "@/features/relation/policy";
import type { TxCtx } from "@/platform/context";
import { findTakenNumbers, findTakenPairs, pairKey } from "../queries/find-taken";
import { type Place, placeItems } from "../queries/place-items";
import type {
  CaseFile,
  FileArticle,
  FileClaim,
  FileComment,
  FileDismissal,
  FileFinding,
  FileOwnReporting,
  FileRelation,
  FileSuspicion,
  Section,
} from "../rules/case-file";
import { checkClaim, checkComment, checkFinding, checkRelation, type Fault } from "../rules/check-case-file";
import { claimLabel, type ImportError } from "../schema";
import { unreadable } from "./unreadable-sheet";

type Places = Map<string, Place>;

/** What of a case file is new here and fits; where each item stands or will stand; what was refused and why. */
export type CasePlan = {
  places: Record<
    "article" | "version" | "claim" | "relation" | "finding" | "suspicion" | "dismissal" | "comment",
    Places
  >;
  articles: FileArticle[];
  claims: FileClaim[];
  relations: FileRelation[];
  findings: FileFinding[];
  ownReporting: FileOwnReporting[];
  suspicions: FileSuspicion[];
  dismissals: FileDismissal[];
  /** Threads before their answers; an answer to what is not in the file begins a thread. */
  comments: FileComment[];
  /** Claims that are here already. */
  left: FileClaim[];
  errors: ImportError[];
};

/**
 * Compares a case file with the case, before anything is written. What is here already is left alone, with all that hangs
 * on it; what is new comes with all that it needs. The case is empty, or one that this file or its origin came from.
 */
export async function planCase(ctx: TxCtx, caseId: string, file: CaseFile): Promise<CasePlan> {
  const places = await placeAll(ctx, caseId, file);
  const errors: ImportError[] = [];
  const sift = <T>(section: Section, items: readonly T[], isNew: (item: T) => boolean, check: (item: T) => Fault) =>
    items.filter((item, index) => {
      if (!isNew(item)) return false;
      const found = check(item);
      if (found) errors.push({ row: index + 1, column: `${section}.${found.path}`, message: found.message });
      return !found;
    });
  const fresh = (kind: keyof typeof places) => (item: { id: string }) => places[kind].get(item.id)?.here !== true;
  const outlets = new Set(file.outlets.map(({ id }) => id));
  const articles = sift("articles", file.articles, fresh("article"), (article) => checkArticle(article, outlets));
  const known = { articles: standing(file.articles, articles, places.article), outlets, versions: versionsOf(file) };
  const claims = sift("claims", file.claims, fresh("claim"), (claim) => checkClaim(claim, known));
  await requireFreeNumbers(ctx, caseId, claims);
  const standingClaims = standing(file.claims, claims, places.claim);
  const relations = sift("relations", file.relations, fresh("relation"), (relation) =>
    relation.ruling && !canRule(ctx.actor)
      ? { path: "ruling", message: "comes in with a lead only: it stands before every judgement" }
      : checkRelation(relation, standingClaims),
  );
  const findings = sift("findings", file.findings, fresh("finding"), (finding) =>
    finding.signer && !canSignFinding(ctx.actor)
      ? { path: "signer", message: "comes in with a lead only: a signed finding is what the team says" }
      : checkFinding(finding, standingClaims),
  );
  const standingRelations = standing(file.relations, relations, places.relation);
  const subjects = {
    claim: standingClaims,
    conflict: standingClaims,
    relation: standingRelations,
    article: known.articles,
  };
  const comments = sift("comments", file.comments, fresh("comment"), (comment) => checkComment(comment, subjects));
  const marks = newMarks(file, { claims, articles, versions: places.version });
  return {
    places,
    articles,
    claims,
    relations: await newPairs(ctx, caseId, relations, places),
    findings,
    ...marks,
    comments: threadsFirst(comments, standing(file.comments, comments, places.comment)),
    left: file.claims.filter((claim) => places.claim.get(claim.id)?.here),
    errors,
  };
}

function threadsFirst(comments: readonly FileComment[], standing: ReadonlySet<string>): FileComment[] {
  const answers = new Set(comments.flatMap(({ id, parent }) => (parent === null ? [] : [id])));
  const placed = comments.map((comment) => {
    const { parent } = comment;
    return parent !== null && (!standing.has(parent) || answers.has(parent)) ? { ...comment, parent: null } : comment;
  });
  return [...placed.filter(({ parent }) => parent === null), ...placed.filter(({ parent }) => parent !== null)];
}

async function placeAll(ctx: TxCtx, caseId: string, file: CaseFile): Promise<CasePlan["places"]> {
  const place = (table: Parameters<typeof placeItems>[2], items: readonly { id: string }[]) =>
    placeItems(
      ctx,
      caseId,
      table,
      items.map(({ id }) => id),
    );
  return {
    article: await place("article", file.articles),
    version: await place(
      "version",
      file.articles.flatMap(({ versions }) => versions),
    ),
    claim: await place("claim", file.claims),
    relation: await place("relation", file.relations),
    finding: await place("finding", file.findings),
    suspicion: await place("suspicion", file.suspicions),
    dismissal: await place("dismissal", file.dismissals),
    comment: await place("comment", file.comments),
  };
}

/** The ids of the file's items that are here or will be. */
function standing(all: readonly { id: string }[], fresh: readonly { id: string }[], places: Places): Set<string> {
  const here = all.filter(({ id }) => places.get(id)?.here);
  return new Set([...here, ...fresh].map(({ id }) => id));
}

const versionsOf = ({ articles }: CaseFile) =>
  new Map(
    articles.flatMap(({ id, versions }) => versions.map((each) => [each.id, { articleId: id, text: each.text }])),
  );

function checkArticle({ outlet, versions }: FileArticle, outlets: ReadonlySet<string>): Fault {
  if (!outlets.has(outlet)) return { path: "outlet", message: "is not an outlet of the file" };
  for (const { text, sha256 } of versions) {
    if (text !== null && createHash("sha256").update(text).digest("hex") !== sha256) {
      return { path: "versions.text", message: "is not the text with this SHA-256" };
    }
  }
  return null;
}

/** Findings, warnings and reasons call claims by their numbers: a case keeps them, or does not come in. */
async function requireFreeNumbers(ctx: TxCtx, caseId: string, claims: readonly FileClaim[]): Promise<void> {
  const numbers = claims.map(({ number }) => number);
  const taken = await findTakenNumbers(ctx, caseId, numbers);
  const seen = new Set<number>();
  const first = taken[0] ?? numbers.find((number) => seen.size === seen.add(number).size);
  if (first === undefined) return;
  throw unreadable(
    `${claimLabel(first)} is another claim here. A whole case comes into an empty case, or into one that it was exported from or imported into before.`,
  );
}

/** A pair that somebody related here is left as it is, under whatever id. */
async function newPairs(
  ctx: TxCtx,
  caseId: string,
  relations: readonly FileRelation[],
  places: CasePlan["places"],
): Promise<FileRelation[]> {
  const placed = relations.map(({ from, to, family }) => ({
    from: places.claim.get(from)?.id ?? from,
    to: places.claim.get(to)?.id ?? to,
    family,
  }));
  const taken = await findTakenPairs(ctx, caseId, placed);
  const fresh: FileRelation[] = [];
  for (const [index, relation] of relations.entries()) {
    const pair = placed[index];
    const id = pair && taken.get(pairKey(pair));
    if (pair && id === undefined) {
      taken.set(pairKey(pair), relation.id);
      fresh.push(relation);
    } else if (id !== undefined) places.relation.set(relation.id, { id, here: true });
  }
  return fresh;
}

type Fresh = { claims: readonly FileClaim[]; articles: readonly FileArticle[]; versions: Places };

/** Marks come with the claims and articles that they are about. */
function newMarks(file: CaseFile, { claims, articles, versions }: Fresh) {
  const ids = new Set(claims.map(({ id }) => id));
  const subjects = new Set([...claims.map(({ number }) => claimLabel(number)), ...articles.map(({ id }) => id)]);
  return {
    ownReporting: file.ownReporting.filter(({ claim }) => ids.has(claim)),
    suspicions: file.suspicions.filter(
      ({ from, to, fromVersion, toVersion }) =>
        ids.has(from) && ids.has(to) && versions.has(fromVersion) && versions.has(toVersion),
    ),
    dismissals: file.dismissals.filter(({ subject }) => subject.split(" ").some((word) => subjects.has(word))),
  };
}
