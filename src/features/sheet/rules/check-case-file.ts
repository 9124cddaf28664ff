import { familyOf, isDirected } from "@/features/relation/rules";
import type { FileClaim, FileComment, FileFinding, FilePerson, FileRelation } from "./case-file";

/** What is wrong with an item of a case file: the field and why; null where nothing is. */
export type Fault = { path: string; message: string } | null;

const fault = (path: string, message: string): Fault => ({ path, message });

const personOf = ({ by }: { by: FilePerson | null }) => by?.id ?? "";

/** One person judges or grades once. */
function twice(said: readonly { by: FilePerson | null }[]): boolean {
  return new Set(said.map(personOf)).size < said.length;
}

type Version = { articleId: string; text: string | null };

/** Whether a claim's quote stands in its article's version, to the character, and its parts fit each other. */
export function checkClaim(
  claim: FileClaim,
  {
    articles,
    versions,
    outlets,
  }: Record<"articles" | "outlets", { has: (id: string) => boolean }> & {
    versions: ReadonlyMap<string, Version>;
  },
): Fault {
  if (claim.article !== null && !articles.has(claim.article)) return fault("article", "is not an article of the file");
  for (const { kind, outlet } of claim.attribution) {
    if ((kind === "outlet") !== (outlet !== null))
      return fault("attribution", "has an outlet's step without its outlet");
    if (outlet !== null && !outlets.has(outlet)) return fault("attribution", "names an outlet that is not in the file");
  }
  if (twice(claim.assessments)) return fault("assessments", "has two of one person");
  return claim.quote ? checkQuote(claim, claim.quote, versions) : null;
}

function checkQuote(
  { article }: FileClaim,
  { version, start, end, exact, state }: NonNullable<FileClaim["quote"]>,
  versions: ReadonlyMap<string, Version>,
): Fault {
  const found = versions.get(version);
  if (!found || article === null || found.articleId !== article) {
    return fault("quote.version", "is not a version of the claim's article");
  }
  if ((start === null) !== (end === null)) return fault("quote.start", "goes together with the end");
  if (start !== null && end !== null && end <= start) return fault("quote.end", "does not lie behind the start");
  if (found.text === null)
    return state === "orphaned" ? null : fault("quote.state", "is not held: it can only be orphaned");
  if (start === null || end === null) return state === "orphaned" ? null : fault("quote.start", "is missing");
  return found.text.slice(start, end) === exact ? null : fault("quote.exact", "does not stand there in the text");
}

export function checkRelation(
  { from, to, family, judgements, ruling }: FileRelation,
  claims: { has: (id: string) => boolean },
): Fault {
  if (from === to) return fault("to", "is the same claim; a relation needs two");
  if (!claims.has(from)) return fault("from", "is not a claim of the file");
  if (!claims.has(to)) return fault("to", "is not a claim of the file");
  if (twice(judgements)) return fault("judgements", "has two of one person");
  for (const said of ruling ? [...judgements, ruling] : judgements) {
    if (familyOf(said.kind) !== family) return fault("family", `does not hold “${said.kind}”`);
    if (said.about !== null && said.kind !== "contradicts") return fault("about", "belongs to a contradiction only");
    if (said.from !== from && said.from !== to) return fault("judgements.from", "is not one of the two claims");
  }
  return null;
}

/** Whether a judgement's kind runs against the relation's own direction. */
export const runsBack = (said: { kind: FileRelation["judgements"][number]["kind"]; from: string }, to: string) =>
  isDirected(said.kind) && said.from === to;

type Subjects = Record<FileComment["on"]["type"], { has: (id: string) => boolean }>;

export function checkComment(
  { on, body, retractedAt, resolvedAt, resolvedBy }: FileComment,
  subjects: Subjects,
): Fault {
  if (!subjects[on.type].has(on.id))
    return fault("on.id", `names a ${on.type} that is not in the file, or was refused`);
  if (body.trim() === "" && retractedAt === null) return fault("body", "must not be empty");
  if ((resolvedAt === null) !== (resolvedBy === null)) return fault("resolvedBy", "goes together with a time");
  return null;
}

export function checkFinding(finding: FileFinding, claims: { has: (id: string) => boolean }): Fault {
  const { status, statusBefore, signer, signedAt, outcome, preferred, rationale } = finding;
  const isSigned = status === "signed" || status === "superseded";
  if (!finding.claims.every((id) => claims.has(id))) return fault("claims", "names a claim that is not in the file");
  if ((signer !== null) !== isSigned || (signedAt !== null) !== isSigned) {
    return fault("signer", "goes together with a signed or superseded status");
  }
  if ((status === "withdrawn") !== (statusBefore !== null)) {
    return fault("statusBefore", "goes together with a withdrawn status");
  }
  if (rationale === "" && status !== "draft" && status !== "withdrawn") return fault("rationale", "must not be empty");
  if (outcome === "one_camp" && preferred.length === 0) return fault("preferred", "must not be empty");
  if (outcome !== "one_camp" && outcome !== "outdated" && preferred.length > 0) {
    return fault("preferred", "belongs to an outcome that prefers a camp");
  }
  return null;
}
