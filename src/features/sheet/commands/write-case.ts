import { bringRepeats, bringWholeArticles } from "@/features/article/commands/bring-whole-articles";
import { bringWholeClaims, type WholeClaim } from "@/features/claim/commands/bring-whole-claims";
import { bringWholeComments } from "@/features/comment/commands/bring-whole-comments";
import { bringWholeFindings } from "@/features/conflict/commands/bring-whole-findings";
import { bringDismissals, bringOwnReporting, bringSuspicions } from "@/features/conflict/commands/bring-whole-marks";
import { bringWholeOutlets } from "@/features/outlet/commands/bring-whole-outlets";
import type { OutletRef } from "@/features/outlet/schema";
import { bringWholeRelations, type WholeRelation } from "@/features/relation/commands/bring-whole-relations";
import { canRule } from "@/features/relation/policy";
import { bringPeople, type Person } from "@/features/team/commands/bring-people";
import type { TxCtx } from "@/platform/context";
import { placeItems } from "../queries/place-items";
import {
  type CaseFile,
  type FileArticle,
  type FileClaim,
  type FileComment,
  type FilePerson,
  type FileRelation,
  fileDate,
} from "../rules/case-file";
import { runsBack } from "../rules/check-case-file";
import { placeBasis } from "../rules/place-basis";
import { claimLabel, type ImportError } from "../schema";
import type { CasePlan } from "./plan-case";

const LOT = 500;
/** Texts are large. */
const ARTICLE_LOT = 50;

/** Who did what nobody is named for. */
const NOBODY: FilePerson = { id: "00000000-0000-0000-0000-000000000000", name: "Unknown" };

type Work = {
  ctx: TxCtx;
  caseId: string;
  blind: boolean;
  plan: CasePlan;
  outlets: Map<string, OutletRef>;
  people: Map<string, Person>;
  articles: Map<string, FileArticle>;
  numbers: Map<string, number>;
};

/** Writes what was planned, each by whoever did it; answers what had to be left out of it. `step` is told of claims. */
export async function writeCase(
  ctx: TxCtx,
  { caseId, blind }: { caseId: string; blind: boolean },
  { file, plan }: { file: CaseFile; plan: CasePlan },
  step: (claims: number) => Promise<void>,
): Promise<ImportError[]> {
  const people = await bringPeople(ctx, peopleOf(file, plan));
  const { outlets, left } = await bringOutlets(ctx, file, plan, people);
  const articles = new Map(file.articles.map((article) => [article.id, article]));
  const numbers = new Map(file.claims.map(({ id, number }) => [id, number]));
  const work: Work = { ctx, caseId, blind, plan, outlets, people, articles, numbers };
  await writeArticles(work);
  await inLots(plan.claims, LOT, async (lot) => {
    await writeClaims(work, lot);
    await step(lot.length);
  });
  await inLots(plan.relations, LOT, (lot) => writeRelations(work, lot));
  await writeFindings(work);
  await writeMarks(work);
  await inLots(plan.comments, LOT, (lot) => writeComments(work, file, lot));
  return left;
}

async function inLots<T>(items: readonly T[], size: number, write: (lot: T[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += size) await write(items.slice(at, at + size));
}

/** Everybody who did something that is new here. */
function peopleOf({ outlets }: CaseFile, plan: CasePlan): FilePerson[] {
  const isEmpty = plan.articles.length + plan.claims.length === 0;
  const people = [
    ...(isEmpty ? [] : outlets.flatMap(({ grades }) => grades.map(({ by }) => by))),
    ...plan.articles.flatMap(({ addedBy, versions }) => [addedBy, ...versions.map(({ capturedBy }) => capturedBy)]),
    ...plan.claims.flatMap(({ enteredBy, assessments }) => [enteredBy, ...assessments.map(({ by }) => by)]),
    ...plan.relations.flatMap(({ judgements, ruling }) => [...judgements.map(({ by }) => by), ruling?.by]),
    ...plan.findings.flatMap(({ author, signer }) => [author, signer]),
    ...[...plan.ownReporting, ...plan.dismissals].map(({ by }) => by),
    ...plan.suspicions.map(({ decidedBy }) => decidedBy),
    ...plan.comments.flatMap(({ by, mentions, resolvedBy }) => [by, ...mentions, ...(resolvedBy ? [resolvedBy] : [])]),
  ];
  const named = people.filter((person) => person != null);
  return named.length < people.length ? [...named, NOBODY] : named;
}

/** The id of whoever did it. */
const by = ({ people }: Pick<Work, "people">, person: FilePerson | null) => people.get((person ?? NOBODY).id)?.id ?? "";

async function bringOutlets(ctx: TxCtx, file: CaseFile, plan: CasePlan, people: Work["people"]) {
  const used = new Set([
    ...plan.articles.map(({ outlet }) => outlet),
    ...plan.claims.flatMap(({ attribution }) => attribution.map(({ outlet }) => outlet)),
    // A claim may stand in an article that is here already.
    ...file.articles.map(({ outlet }) => outlet),
  ]);
  const wanted = plan.articles.length + plan.claims.length === 0 ? [] : file.outlets.filter(({ id }) => used.has(id));
  const brought = await bringWholeOutlets(
    ctx,
    wanted.map((outlet) => ({
      ...outlet,
      grades: outlet.grades.map((grade) => ({ ...grade, by: by({ people }, grade.by) })),
    })),
  );
  const rows = new Map(file.outlets.map(({ id }, index) => [id, index + 1]));
  const left = brought.left.map(({ id, message }) => ({ row: rows.get(id) ?? 0, column: "outlets", message }));
  return { outlets: brought.outlets, left };
}

async function writeArticles(work: Work): Promise<void> {
  const { ctx, caseId, plan, outlets } = work;
  const { article: places, version } = plan.places;
  const whole = plan.articles.map(({ id, outlet, url = null, author = null, repeats: _, versions, ...article }) => ({
    ...article,
    id: places.get(id)?.id ?? id,
    outletId: outlets.get(outlet)?.id ?? outlet,
    url,
    author,
    publishedOn: fileDate(article.publishedOn, article.publishedOnWords),
    addedBy: by(work, article.addedBy),
    versions: versions.map((each) => ({
      ...each,
      id: version.get(each.id)?.id ?? each.id,
      capturedBy: by(work, each.capturedBy),
    })),
  }));
  await inLots(whole, ARTICLE_LOT, (lot) => bringWholeArticles(ctx, caseId, lot));
  const placed = (id: string) => places.get(id)?.id ?? id;
  const pairs = plan.articles.flatMap(({ id, repeats }) =>
    repeats ? [{ id: placed(id), repeats: placed(repeats) }] : [],
  );
  if (pairs.length > 0) await bringRepeats(ctx, caseId, pairs);
}

async function writeClaims(work: Work, lot: readonly FileClaim[]): Promise<void> {
  const { ctx, caseId } = work;
  const assessments = await placeItems(
    ctx,
    caseId,
    "assessment",
    lot.flatMap((claim) => claim.assessments.map(({ id }) => id)),
  );
  const given = (claim: FileClaim) =>
    claim.assessments.map((each) => ({
      ...each,
      id: assessments.get(each.id)?.id ?? each.id,
      by: by(work, each.by),
      // A lead's grade stands before others': it takes a lead to bring one in.
      lead: each.lead && canRule(ctx.actor),
    }));
  await bringWholeClaims(
    ctx,
    caseId,
    lot.map((claim) => wholeClaim(work, claim, given(claim))),
  );
}

function wholeClaim(work: Work, claim: FileClaim, assessments: WholeClaim["assessments"]): WholeClaim {
  const { plan, outlets, articles } = work;
  const id = plan.places.claim.get(claim.id)?.id ?? claim.id;
  const article = claim.article === null ? null : articles.get(claim.article);
  const steps = claim.attribution.map(({ name, outlet }): WholeClaim["steps"][number] => {
    const found = outlet === null ? undefined : outlets.get(outlet);
    return found ? { kind: "outlet", name: found.name, outletId: found.id } : { kind: "source", name, outletId: null };
  });
  const credited = steps.findLast(({ kind }) => kind === "outlet");
  const outlet = credited?.outletId
    ? { id: credited.outletId, name: credited.name }
    : ((article && outlets.get(article.outlet)) ?? null);
  const { quote, place = null, importedId } = claim;
  return {
    ...claim,
    id,
    article: article ? { id: plan.places.article.get(article.id)?.id ?? article.id, title: article.title } : null,
    outlet,
    place,
    reportedOn: fileDate(claim.reportedOn, claim.reportedOnWords),
    occurredOn: fileDate(claim.occurredOn, claim.occurredOnWords),
    importedId: id === claim.id ? importedId : claim.id,
    quote: quote && { ...quote, versionId: plan.places.version.get(quote.version)?.id ?? quote.version },
    steps,
    assessments,
    enteredBy: by(work, claim.enteredBy),
  };
}

async function writeRelations(work: Work, lot: readonly FileRelation[]): Promise<void> {
  const { ctx, caseId, plan } = work;
  const judgements = await placeItems(
    ctx,
    caseId,
    "judgement",
    lot.flatMap((relation) => relation.judgements.map(({ id }) => id)),
  );
  const whole = lot.map((relation): WholeRelation => {
    const said = <T extends FileRelation["judgements"][number] | NonNullable<FileRelation["ruling"]>>(view: T) => ({
      ...view,
      by: by(work, view.by),
      reversed: runsBack(view, relation.to),
    });
    return {
      ...relation,
      id: plan.places.relation.get(relation.id)?.id ?? relation.id,
      from: named(work, relation.from),
      to: named(work, relation.to),
      judgements: relation.judgements.map((each) => ({
        ...said(each),
        id: judgements.get(each.id)?.id ?? each.id,
        blind: each.blind && { kind: each.blind.kind, reversed: runsBack(each.blind, relation.to) },
      })),
      ruling: relation.ruling && said(relation.ruling),
    };
  });
  await bringWholeRelations(ctx, caseId, whole);
}

/** A claim of the file as it is called here. */
const named = ({ plan, numbers }: Work, id: string): { id: string; number: number } => ({
  id: plan.places.claim.get(id)?.id ?? id,
  number: numbers.get(id) ?? 0,
});

async function writeFindings(work: Work): Promise<void> {
  const { ctx, caseId, plan, outlets } = work;
  const ids = { claims: plan.places.claim, relations: plan.places.relation, outlets };
  await bringWholeFindings(
    ctx,
    caseId,
    plan.findings.map((finding) => ({
      ...finding,
      id: plan.places.finding.get(finding.id)?.id ?? finding.id,
      basis: placeBasis(finding.basis, ids),
      claims: finding.claims.map((id) => plan.places.claim.get(id)?.id ?? id),
      author: by(work, finding.author),
      signer: finding.signer && by(work, finding.signer),
    })),
  );
}

async function writeMarks(work: Work): Promise<void> {
  const { ctx, caseId, blind, plan } = work;
  const { version, suspicion, dismissal, article } = plan.places;
  await bringOwnReporting(
    ctx,
    caseId,
    plan.ownReporting.map((mark) => ({ ...mark, claim: named(work, mark.claim), by: by(work, mark.by) })),
  );
  await bringSuspicions(
    ctx,
    caseId,
    plan.suspicions.map((each) => ({
      ...each,
      id: suspicion.get(each.id)?.id ?? each.id,
      from: named(work, each.from),
      to: named(work, each.to),
      fromVersion: version.get(each.fromVersion)?.id ?? each.fromVersion,
      toVersion: version.get(each.toVersion)?.id ?? each.toVersion,
      decidedBy: by(work, each.decidedBy),
    })),
  );
  await bringDismissals(
    ctx,
    { caseId, blind },
    plan.dismissals.map((each) => ({
      ...each,
      id: dismissal.get(each.id)?.id ?? each.id,
      subject: each.subject.replace(/[0-9a-f-]{36}/, (id) => article.get(id)?.id ?? id),
      by: by(work, each.by),
    })),
  );
}

async function writeComments(work: Work, file: CaseFile, lot: readonly FileComment[]): Promise<void> {
  const { ctx, caseId, plan } = work;
  const pairs = new Map(file.relations.map((relation) => [relation.id, relation]));
  const { comment: places, claim, relation, article } = plan.places;
  const placesOf = { claim, conflict: claim, relation, article };
  await bringWholeComments(
    ctx,
    caseId,
    lot.map(({ on, parent, mentions, resolvedBy, ...comment }) => ({
      ...comment,
      id: places.get(comment.id)?.id ?? comment.id,
      on: { type: on.type, id: placesOf[on.type].get(on.id)?.id ?? on.id },
      label: labelOf(work, on, pairs),
      parent: parent && (places.get(parent)?.id ?? parent),
      by: by(work, comment.by),
      mentions: mentions.map((person) => by(work, person)),
      resolvedBy: resolvedBy && by(work, resolvedBy),
    })),
  );
}

/** What the history calls what was commented on. */
function labelOf({ articles, numbers }: Work, on: FileComment["on"], pairs: ReadonlyMap<string, FileRelation>): string {
  if (on.type === "article") return articles.get(on.id)?.title ?? "";
  const pair = pairs.get(on.id);
  const found = pair ? [pair.from, pair.to] : [on.id];
  return found
    .map((id) => numbers.get(id) ?? 0)
    .sort((a, b) => a - b)
    .map(claimLabel)
    .join(" · ");
}
