import { CREDIBILITY_WORDS } from "@/features/claim/rules/grade-wording";
import type { Assessment, Claim } from "@/features/claim/schema";
import { LIKELIHOOD_WORDS, OUTCOME_WORDS } from "@/features/conflict/rules/finding-wording";
import type { FindingRecord } from "@/features/conflict/schema";
import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import type { Relation } from "@/features/relation/schema";
import type { QuotedVersion, RelatedClaim } from "./claim-entry";
import { type Json, known } from "./known";
import type { ReportSource } from "./source-block";
import { webAddress } from "./web-address";

/*
 * A case as W3C Web Annotations. A claim is a schema.org Claim, the body of an annotation that identifies it in the words
 * of an article; grades are ClaimReviews, relations link one claim to another. What neither vocabulary has stands under
 * `cb:` in its own terms.
 */

export const CONTEXT = [
  "http://www.w3.org/ns/anno.jsonld",
  {
    schema: "http://schema.org/",
    cb: "urn:crossbearing:",
    edtf: "http://id.loc.gov/datatypes/edtf/",
  },
];

export const urn = (id: string) => `urn:uuid:${id}`;
const claimIri = (id: string) => `${urn(id)}#claim`;

const person = ({ id, name }: { id: string; name: string }) => ({ id: urn(id), type: "Person", name });
const organisation = (id: string, name: string) => ({ id: urn(id), type: "schema:Organization", "schema:name": name });

const ISO_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
/** As schema.org has dates, where it is one. */
const isoDate = (edtf: string | null) => (edtf && ISO_DATE.test(edtf) ? edtf : null);
const edtfDate = (edtf: string | null) => edtf && { "@type": "edtf:EDTF", "@value": edtf };

const articleIri = ({ id, url }: ReportSource) => webAddress(url) ?? urn(id);

type Quoted = {
  claim: Claim;
  related: RelatedClaim[];
  version: QuotedVersion | null;
  article: ReportSource | null;
  /** In code points, as Web Annotation counts. */
  at: { start: number; end: number } | null;
};

/** The claim, pinned to its words; without an article the annotation is about the claim alone. */
export function claimAnnotation({ claim, version, article, at }: Quoted): Json {
  return known({
    id: urn(claim.id),
    type: "Annotation",
    motivation: "identifying",
    creator: person(claim.createdBy),
    created: claim.createdAt,
    modified: claim.updatedAt,
    body: [
      claimBody(claim, article),
      ...claim.tags.map((value) => ({ type: "TextualBody", value, purpose: "tagging" })),
      ...(claim.note ? [{ type: "TextualBody", value: claim.note, purpose: "commenting" }] : []),
    ],
    target: article ? quoteTarget(claim, article, version, at) : claimIri(claim.id),
  });
}

function claimBody(claim: Claim, article: ReportSource | null): Json {
  return known({
    id: claimIri(claim.id),
    type: "schema:Claim",
    "schema:identifier": claim.claim,
    "schema:text": claim.statement,
    "schema:author": claim.outlet && organisation(claim.outlet.id, claim.outlet.name),
    "schema:claimInterpreter": {
      id: urn(claim.createdBy.id),
      type: "schema:Person",
      "schema:name": claim.createdBy.name,
    },
    "schema:datePublished": isoDate(claim.reportedOn),
    "schema:appearance": article && appearance(article),
    "schema:keywords": claim.tags,
    "cb:status": claim.status,
    "cb:attribution": claim.attribution.length > 0 ? { "@list": claim.attribution } : null,
    "cb:reportedOn": edtfDate(claim.reportedOn),
    "cb:reportedOnWords": claim.reportedOnWords,
    "cb:occurredOn": edtfDate(claim.occurredOn),
    "cb:occurredOnWords": claim.occurredOnWords,
    "cb:place": claim.place,
    "cb:extra": Object.entries(claim.extra).map(([name, value]) => ({
      type: "schema:PropertyValue",
      "schema:name": name,
      "schema:value": value,
    })),
  });
}

function appearance(article: ReportSource): Json {
  return known({
    id: articleIri(article),
    type: "schema:Article",
    "schema:headline": article.title,
    "schema:url": article.url,
    "schema:author": article.author && { type: "schema:Person", "schema:name": article.author },
    "schema:publisher": { type: "schema:Organization", "schema:name": article.outlet },
    "schema:datePublished": isoDate(article.publishedOn),
    "cb:publishedOn": edtfDate(article.publishedOn),
    "schema:inLanguage": article.language === "und" ? null : article.language,
  });
}

/** The version's text has a hash: whoever has the text can tell whether it is the one that was read. */
function quoteTarget({ quote }: Claim, article: ReportSource, version: QuotedVersion | null, at: Quoted["at"]): Json {
  const source = known({
    id: articleIri(article),
    type: "Text",
    language: article.language === "und" ? null : article.language,
    "schema:name": article.title,
    "cb:version": version?.ordinal,
    "schema:sha256": version?.sha256,
  });
  if (!quote) return { type: "SpecificResource", source };
  const selectors = [
    known({ type: "TextQuoteSelector", exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix }),
    ...(at ? [{ type: "TextPositionSelector", ...at }] : []),
  ];
  return known({
    type: "SpecificResource",
    source,
    selector: selectors,
    state: version?.held ? { type: "TimeState", sourceDate: version.capturedAt } : null,
    "cb:quoteState": quote.state,
  });
}

type Graded = Pick<Assessment, "reliability" | "credibility" | "confidence">;

/** The grades that stand, and each analyst's own. F and 6 are no places on their scales and have no value. */
export function reviewAnnotations(claim: Claim, team: { id: string; name: string }): Json[] {
  const standing = ratings(claim);
  const of = { id: claimIri(claim.id), text: claim.statement };
  const own = claim.assessments.flatMap((each) => {
    const given = ratings(each);
    if (given.length === 0) return [];
    const review = { author: { id: urn(each.user.id), type: "schema:Person", "schema:name": each.user.name } };
    return [
      {
        id: urn(each.id),
        type: "Annotation",
        motivation: "assessing",
        creator: person(each.user),
        modified: each.updatedAt,
        body: known({
          ...claimReview(of, given, review.author),
          "schema:reviewBody": each.reason,
          "cb:asLead": each.lead,
        }),
        target: of.id,
      },
    ];
  });
  if (standing.length === 0) return own;
  const stands = {
    id: `${urn(claim.id)}#grades`,
    type: "Annotation",
    motivation: "assessing",
    modified: claim.updatedAt,
    body: {
      ...claimReview(of, standing, organisation(team.id, team.name)),
      "cb:stands": true,
      "cb:reliabilityFromOutlet": claim.reliabilityFromOutlet,
    },
    target: of.id,
  };
  return [stands, ...own];
}

const claimReview = ({ id, text }: { id: string; text: string }, given: Json[], author: Json): Json => ({
  type: "schema:ClaimReview",
  "schema:claimReviewed": text,
  "schema:itemReviewed": { id },
  "schema:author": author,
  "schema:reviewRating": given,
});

function ratings({ reliability, credibility, confidence }: Graded): Json[] {
  return [
    reliability && rating("reliability", reliability, RELIABILITY_WORDS[reliability], ["A", "E"], reliability === "F"),
    credibility &&
      rating("credibility", String(credibility), CREDIBILITY_WORDS[credibility] ?? "", ["1", "5"], credibility === 6),
    confidence && rating("confidence", confidence, `${confidence} confidence`, ["high", "low"], false),
  ].filter((each) => each !== null && each !== 0);
}

const rating = (aspect: string, grade: string, words: string, [best, worst]: [string, string], unknown: boolean) =>
  known({
    type: "schema:Rating",
    "schema:reviewAspect": aspect,
    "schema:alternateName": words,
    "schema:ratingValue": unknown ? null : grade,
    "schema:bestRating": unknown ? null : best,
    "schema:worstRating": unknown ? null : worst,
    "cb:grade": grade,
  });

/** `from` is the annotation's target, `to` what it links to. */
export function relationAnnotation({
  id,
  from,
  to,
  kind,
  about,
  judgements,
  ruling,
  createdAt,
  updatedAt,
}: Relation): Json {
  const view = ({ user, ...rest }: NonNullable<Relation["ruling"]>) =>
    known({ "schema:author": user.name, "cb:kind": rest.kind, "cb:about": rest.about, "schema:text": rest.rationale });
  return known({
    id: urn(id),
    type: "Annotation",
    motivation: "linking",
    created: createdAt,
    modified: updatedAt,
    body: known({
      type: "SpecificResource",
      purpose: "linking",
      source: claimIri(to),
      "cb:kind": kind,
      "cb:about": about,
      "cb:judgement": (judgements ?? []).map(view),
      "cb:ruling": ruling && view(ruling),
    }),
    target: claimIri(from),
  });
}

/** Over the claims it was decided on; likelihood and confidence stay two fields. */
export function findingAnnotation(finding: FindingRecord): Json {
  const { outcome, likelihood, confidence, preferred, basis } = finding;
  const iris = new Map(basis.claims.map(({ number, id }) => [number, claimIri(id)]));
  return known({
    id: urn(finding.id),
    type: "Annotation",
    motivation: "assessing",
    creator: person(finding.author),
    created: finding.createdAt,
    modified: finding.updatedAt,
    body: known({
      type: "TextualBody",
      value: finding.rationale || OUTCOME_WORDS[outcome],
      purpose: "assessing",
      "cb:question": finding.question,
      "cb:outcome": outcome,
      "cb:preferred": preferred.flatMap((number) => iris.get(number) ?? []).map((id) => ({ id })),
      "cb:likelihood": likelihood,
      "cb:likelihoodBand": likelihood && LIKELIHOOD_WORDS[likelihood].percent,
      "cb:confidence": confidence,
      "cb:status": finding.status,
      "cb:signedBy": finding.signer?.name,
      "cb:signedAt": finding.signedAt,
      "cb:changedSince": finding.changes.map(({ words }) => words),
    }),
    target: [...iris.values()],
  });
}
