import type { Assessment, Claim, Confidence } from "@/features/claim/schema";
import { LIKELIHOOD_WORDS, OUTCOME_WORDS } from "@/features/conflict/rules/finding-wording";
import type { FindingRecord } from "@/features/conflict/schema";
import type { Relation } from "@/features/relation/schema";
import type { QuotedVersion } from "./claim-entry";
import { type Json, known } from "./known";
import type { ReportSource } from "./source-block";
import { stixId } from "./stix-id";
import { webAddress } from "./web-address";

/*
 * A case as STIX 2.1 objects: claims are notes, analysts' grades opinions on them, articles reports, outlets and the team
 * identities, relations relationships, findings notes over claims, the case a grouping. What STIX has no property for
 * (the words quoted, the Admiralty grades, the kind of a relation) is an extension, so that nothing is lost in its scales.
 */

export type Made = { created: string; modified: string };
type Owner = { team: string };

const EXTENSION = stixId("extension-definition", "claims 1");
/** TLP:AMBER, as STIX 2.1 defines it: an analyst's working file is for those who need it. */
const AMBER = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82";
/** Who defines the extension: it is the same whichever team exports. */
const PRODUCT = "crossbearing";
const BEGAN = "2026-01-01T00:00:00.000Z";

const extended = (fields: Json) => ({ [EXTENSION]: { extension_type: "property-extension", ...known(fields) } });

function object(type: string, key: string, { created, modified }: Made, { team }: Owner, fields: Json): Json {
  return known({
    type,
    spec_version: "2.1",
    id: stixId(type, key),
    created,
    modified: modified < created ? created : modified,
    created_by_ref: stixId("identity", team),
    object_marking_refs: [AMBER],
    ...fields,
  });
}

export const noteOfClaim = (claimId: string) => stixId("note", claimId);
export const reportOfArticle = (articleId: string) => stixId("report", articleId);
export const identityOf = (id: string) => stixId("identity", id);

/** What every bundle begins with: the marking, the team, and what the extension's fields mean. */
export function stixHead(team: { id: string; name: string }): Json[] {
  const made = { created: BEGAN, modified: BEGAN };
  return [
    {
      type: "marking-definition",
      spec_version: "2.1",
      id: AMBER,
      created: "2017-01-20T00:00:00.000Z",
      definition_type: "tlp",
      name: "TLP:AMBER",
      definition: { tlp: "amber" },
    },
    object(
      "identity",
      team.id,
      made,
      { team: team.id },
      { name: team.name, identity_class: "group", roles: ["analysis"] },
    ),
    object("identity", PRODUCT, made, { team: PRODUCT }, { name: "Crossbearing", identity_class: "system" }),
    object(
      "extension-definition",
      "claims 1",
      made,
      { team: PRODUCT },
      {
        name: "Crossbearing claims",
        description: "What a claim sheet holds beside the properties of STIX 2.1.",
        schema: EXTENSION_WORDS,
        version: "1.0.0",
        extension_types: ["property-extension"],
      },
    ),
  ];
}

const EXTENSION_WORDS = [
  "On a note that is a claim: claim (its number), status, quote {exact, prefix, suffix, state, text_sha256, text_version}, attribution (the chain, from the publisher on), reported_on and occurred_on (EDTF) with the words typed, place, reliability (NATO/Admiralty A-F), credibility (1-6), analytic_confidence (ICD 203), assessments, own_columns.",
  "STIX confidence on it is the credibility by the Admiralty scale of STIX 2.1: 1 is 90, 2 is 70, 3 is 50, 4 is 30, 5 is 10; 6 (cannot be judged) has none. Reliability has no scale in STIX.",
  "On an opinion: the analyst's grades; 1 is strongly-agree, 2 agree, 3 neutral, 4 disagree, 5 strongly-disagree.",
  "On a relationship: kind (agrees, contradicts, qualifies, updates, repeats, unrelated, disputed), about, judgements, ruling. A repetition is derived-from; all other kinds are related-to.",
  "On a note that is a finding: question, outcome, preferred_refs, likelihood and likelihood_band (ICD 203), analytic_confidence, status, signed_by, changed_since.",
  "On a report: outlet_ref, published_on (EDTF), versions {version, text_sha256, captured_at}. Hashes are of the text that was read, not of what an address answers.",
].join(" ");

export const outletIdentity = ({ id, name, ...made }: { id: string; name: string } & Made, owner: Owner): Json =>
  object("identity", id, made, owner, { name, identity_class: "organization", roles: ["outlet"] });

const CREDIBILITY_SCALE: Record<number, number> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10 };
const CONFIDENCE_SCALE: Record<Confidence, number> = { low: 15, moderate: 50, high: 85 };
const OPINIONS: Record<number, string> = {
  1: "strongly-agree",
  2: "agree",
  3: "neutral",
  4: "disagree",
  5: "strongly-disagree",
};

type Claimed = { claim: Claim; version: QuotedVersion | null; article: ReportSource | null };

/** The claim, and an opinion for each analyst whose grade of its credibility is on the scale. */
export function claimObjects({ claim, version, article }: Claimed, owner: Owner): Json[] {
  const made = { created: claim.createdAt, modified: claim.updatedAt };
  const about = [
    ...(article ? [reportOfArticle(article.id)] : []),
    ...(claim.outlet ? [identityOf(claim.outlet.id)] : []),
  ];
  const note = object("note", claim.id, made, owner, {
    abstract: claim.claim,
    content: claim.statement,
    authors: [claim.createdBy.name],
    object_refs: about.length > 0 ? about : [identityOf(owner.team)],
    labels: claim.tags,
    revoked: claim.status === "retracted" || null,
    confidence: CREDIBILITY_SCALE[claim.credibility ?? 6],
    external_references: article && [reference(article)],
    extensions: extended(claimFields(claim, version)),
  });
  return [note, ...claim.assessments.flatMap((each) => opinion(claim.id, each, owner))];
}

const claimFields = (claim: Claim, version: QuotedVersion | null): Json => ({
  claim: claim.claim,
  status: claim.status,
  quote:
    claim.quote &&
    known({
      exact: claim.quote.exact,
      prefix: claim.quote.prefix,
      suffix: claim.quote.suffix,
      state: claim.quote.state,
      text_sha256: version?.sha256,
      text_version: version?.ordinal,
    }),
  note: claim.note,
  attribution: claim.attribution,
  reported_on: claim.reportedOn,
  reported_on_words: claim.reportedOnWords,
  occurred_on: claim.occurredOn,
  occurred_on_words: claim.occurredOnWords,
  place: claim.place,
  reliability: claim.reliability,
  reliability_from_outlet: claim.reliabilityFromOutlet || null,
  credibility: claim.credibility,
  analytic_confidence: claim.confidence,
  assessments: claim.assessments.map(({ user, ...grades }) => known({ author: user.name, ...gradeFields(grades) })),
  own_columns: Object.entries(claim.extra).map(([name, value]) => ({ name, value })),
});

const gradeFields = ({ reliability, credibility, confidence, reason, lead }: Omit<Assessment, "user">): Json => ({
  reliability,
  credibility,
  analytic_confidence: confidence,
  reason,
  as_lead: lead || null,
});

function opinion(claimId: string, { user, ...grades }: Assessment, owner: Owner): Json[] {
  const level = OPINIONS[grades.credibility ?? 6];
  if (!level) return [];
  const made = { created: grades.updatedAt, modified: grades.updatedAt };
  return [
    object("opinion", grades.id, made, owner, {
      opinion: level,
      explanation: grades.reason,
      authors: [user.name],
      object_refs: [noteOfClaim(claimId)],
      extensions: extended(gradeFields(grades)),
    }),
  ];
}

/** Source, title and, where it is one that the web knows, address. */
const reference = ({ outlet, title, url }: ReportSource): Json =>
  known({ source_name: outlet, description: title, url: webAddress(url) });

/** An article with the claims of it that the bundle holds. `published` must be a moment: a vague date stands beside. */
export function articleReport(article: ReportSource, outletId: string, claims: string[], owner: Owner): Json {
  const captured = article.versions[0]?.capturedAt ?? BEGAN;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(article.publishedOn ?? "") ? `${article.publishedOn}T00:00:00.000Z` : captured;
  return object(
    "report",
    article.id,
    { created: captured, modified: article.versions.at(-1)?.capturedAt ?? captured },
    owner,
    {
      name: article.title,
      description: article.author && `By ${article.author}`,
      published: day,
      object_refs: claims.map(noteOfClaim),
      external_references: [reference(article)],
      lang: article.language === "und" ? null : article.language,
      extensions: extended({
        outlet_ref: identityOf(outletId),
        published_on: article.publishedOn,
        published_on_words: article.publishedOnWords,
        versions: article.versions.map(({ ordinal, sha256, capturedAt }) =>
          known({ version: ordinal, text_sha256: sha256, captured_at: capturedAt }),
        ),
      }),
    },
  );
}

export function relationship(relation: Relation, owner: Owner): Json {
  const { id, from, to, kind, about, judgements, ruling, createdAt, updatedAt } = relation;
  const view = ({ user, kind, about, rationale }: NonNullable<Relation["ruling"]>) =>
    known({ author: user.name, kind, about, rationale });
  return object("relationship", id, { created: createdAt, modified: updatedAt }, owner, {
    relationship_type: kind === "repeats" ? "derived-from" : "related-to",
    source_ref: noteOfClaim(from),
    target_ref: noteOfClaim(to),
    description: kind && `${kind}${about ? ` on ${about}` : ""}`,
    extensions: extended({ kind, about, judgements: (judgements ?? []).map(view), ruling: ruling && view(ruling) }),
  });
}

export function findingNote(finding: FindingRecord, owner: Owner): Json {
  const { outcome, likelihood, confidence, basis, preferred, rationale, question } = finding;
  const notes = new Map(basis.claims.map(({ number, id }) => [number, noteOfClaim(id)]));
  return object("note", finding.id, { created: finding.createdAt, modified: finding.updatedAt }, owner, {
    abstract: question || OUTCOME_WORDS[outcome],
    content: rationale ? `${OUTCOME_WORDS[outcome]}. ${rationale}` : `${OUTCOME_WORDS[outcome]}.`,
    authors: [finding.author.name],
    confidence: confidence && CONFIDENCE_SCALE[confidence],
    object_refs: [...notes.values()],
    extensions: extended({
      question,
      outcome,
      preferred_refs: preferred.flatMap((number) => notes.get(number) ?? []),
      likelihood,
      likelihood_band: likelihood && LIKELIHOOD_WORDS[likelihood].percent,
      analytic_confidence: confidence,
      status: finding.status,
      signed_by: finding.signer?.name,
      signed_at: finding.signedAt,
      changed_since: finding.changes.map(({ words }) => words),
    }),
  });
}

/** The case, without what it groups: `object_refs` is written piece by piece. */
export const caseGrouping = (found: { id: string; title: string; description: string } & Made, owner: Owner): Json =>
  object("grouping", found.id, found, owner, {
    name: found.title,
    description: found.description,
    context: "unspecified",
  });

/** What the bundle holds and leaves out. */
export function contentsNote(caseId: string, at: string, content: string, by: string, owner: Owner): Json {
  return object("note", `contents ${caseId} ${at}`, { created: at, modified: at }, owner, {
    abstract: "What this bundle contains",
    content,
    authors: [by],
    object_refs: [stixId("grouping", caseId)],
  });
}
