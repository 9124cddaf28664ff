import { z } from "zod";
import type { ChangeAlert } from "@/anchoring/change-alerts";
import type { Reanchoring } from "@/anchoring/reanchor";
import type { DiffPart } from "@/anchoring/word-diff";
import { parseVagueDate, VagueDate } from "@/dates/vague-date";
import { OutletName, OutletRef, Reliability } from "@/features/outlet/schema";
import { Id, line, optionalLine, PageQuery, prose, Timestamp, Version, verbatim } from "@/platform/fields";

export const Confidence = z.enum(["low", "moderate", "high"]).meta({ id: "Confidence" });
export type Confidence = z.infer<typeof Confidence>;

/** NATO / Admiralty credibility: 1 confirmed by other sources … 5 improbable; 6 cannot be judged. */
export const Credibility = z.int().min(1).max(6).meta({ id: "Credibility" });

export const ClaimStatus = z.enum(["draft", "reviewed", "retracted"]);
export type ClaimStatus = z.infer<typeof ClaimStatus>;
export const QuoteState = z.enum(["exact", "moved", "changed", "orphaned"]);

/** `; ` joins tags in the claim sheet, so no tag may hold a semicolon. */
export const Tag = line(80).refine((tag) => !tag.includes(";"), "must not contain a semicolon");

/** A person, an unnamed source or an outlet; a known outlet's name or alias makes the step an outlet's. */
export const Step = OutletName;

/** Where a claim's words stand: offsets are UTF-16 units, end exclusive. */
export const QuoteInput = z
  .object({
    exact: verbatim(20_000),
    prefix: z.string().max(500).optional(),
    suffix: z.string().max(500).optional(),
    start: z.int().min(0).optional(),
    end: z.int().min(0).optional(),
    /** The article's version the words were read in; the newest unless given. */
    versionId: Id.optional(),
  })
  .refine((quote) => (quote.start === undefined) === (quote.end === undefined), {
    path: ["start"],
    message: "start and end go together",
  });
export type QuoteInput = z.infer<typeof QuoteInput>;

const grades = {
  reliability: z.preprocess((value) => (value === "" ? null : value), Reliability.nullable()).optional(),
  credibility: z
    .preprocess((value) => (value === "" ? null : value), z.coerce.number().pipe(Credibility).nullable())
    .optional(),
  confidence: z.preprocess((value) => (value === "" ? null : value), Confidence.nullable()).optional(),
};

const fields = {
  statement: prose(5000).pipe(z.string().min(1, "must not be empty")),
  attribution: z.array(Step).max(12),
  outlet: OutletName.nullable(),
  reportedOn: VagueDate.nullable(),
  occurredOn: VagueDate.nullable(),
  place: optionalLine(300),
  tags: z.array(Tag).max(50),
  note: prose(20_000),
};

export const RecordClaim = z.object({
  statement: fields.statement,
  articleId: Id.nullable().optional(),
  quote: QuoteInput.nullable().optional(),
  attribution: fields.attribution.optional(),
  /** The outlet credited; joins the attribution when that does not name it. */
  outlet: fields.outlet.optional(),
  /** Steps of the attribution that are outlets, created where the team does not know them; other unknown steps are sources. */
  newOutlets: fields.attribution.optional(),
  reportedOn: fields.reportedOn.optional(),
  occurredOn: fields.occurredOn.optional(),
  place: fields.place.optional(),
  ...grades,
  tags: fields.tags.optional(),
  note: fields.note.optional(),
});

/** Absent fields stay as they are; null empties a field. */
export const ChangeClaim = z.object({
  statement: fields.statement.optional(),
  quote: QuoteInput.nullable().optional(),
  attribution: fields.attribution.optional(),
  outlet: fields.outlet.optional(),
  /** As in `RecordClaim`; with `attribution` only. */
  newOutlets: fields.attribution.optional(),
  reportedOn: fields.reportedOn.optional(),
  occurredOn: fields.occurredOn.optional(),
  place: fields.place.optional(),
  ...grades,
  tags: fields.tags.optional(),
  note: fields.note.optional(),
  status: z.enum(["draft", "reviewed"]).optional(),
  version: Version.optional(),
});

/** What retracting and restoring need. */
export const WhichClaim = z.object({ claimId: Id, version: Version.optional() });

/** The caller's own grades, replaced as a whole. */
/** What a change of the history touched goes back to how it stood before. */
export const SetBackClaim = z.object({ seq: z.int().min(1), version: Version.optional() });

export const AssessClaim = z.object({ ...grades, reason: prose(5000).optional(), version: Version.optional() });

const ids = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").filter(Boolean) : value),
  z.array(Id).max(50),
);
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").filter(Boolean) : value),
    z.array(item).max(50),
  );

/** A picker's search: a number (C-12) or words. */
export const FindClaims = z.object({ caseId: Id, words: z.string().max(300) });

/** A stretch of time to look in: EDTF or words, kept as EDTF (`2024-10`, `2024-10-21/..`). */
const Period = z
  .string()
  .max(200)
  .transform((words, issues) => {
    const reading = parseVagueDate(words);
    if (reading.ok) return reading.date.edtf;
    issues.addIssue({ code: "custom", message: reading.message });
    return z.NEVER;
  })
  .pipe(z.string());

/** What a claim may bear; of several, each must hold. */
export const Has = z.enum(["conflict", "changedQuote", "lostQuote"]);
export type Has = z.infer<typeof Has>;

/** What a claim may miss; of several, each must be missing. */
export const Lacks = z.enum(["quote", "grade", "relation"]);
export type Lacks = z.infer<typeof Lacks>;

/** Filters of the sheet, the API list and the export: values of one filter are alternatives (comma-separated in an address). */
export const ClaimFilter = z.object({
  outlet: ids.optional(),
  article: ids.optional(),
  status: list(ClaimStatus).optional(),
  credibility: list(z.coerce.number().pipe(Credibility)).optional(),
  reliability: list(Reliability).optional(),
  confidence: list(Confidence).optional(),
  tag: list(Tag).optional(),
  q: z.string().max(300).optional(),
  has: list(Has).optional(),
  lacks: list(Lacks).optional(),
  /** Claims whose date may lie in this stretch of time. */
  reported: Period.optional(),
  occurred: Period.optional(),
  /** Words that the place holds. */
  place: z.string().max(300).optional(),
  enteredBy: ids.optional(),
  /** How many standing relations the caller sees. */
  minRelations: z.coerce.number().int().min(0).max(1_000_000).optional(),
  maxRelations: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
export type ClaimFilter = z.infer<typeof ClaimFilter>;

export const ClaimSort = z.enum(["number", "-number", "reportedOn", "-reportedOn"]);
export type ClaimSort = z.infer<typeof ClaimSort>;

export const ListClaims = PageQuery.extend({ ...ClaimFilter.shape, sort: ClaimSort.default("number") });
export type ListClaims = z.infer<typeof ListClaims>;

export const Quote = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** Null where the version's text is not held. */
  start: z.int().nullable(),
  end: z.int().nullable(),
  state: QuoteState,
  versionId: Id,
});
export type Quote = z.infer<typeof Quote>;

export const Assessment = z.object({
  id: Id,
  user: z.object({ id: Id, name: z.string() }),
  reliability: Reliability.nullable(),
  credibility: Credibility.nullable(),
  confidence: Confidence.nullable(),
  reason: z.string(),
  lead: z.boolean(),
  version: Version,
  updatedAt: Timestamp,
});
export type Assessment = z.infer<typeof Assessment>;

export const Claim = z
  .object({
    id: Id,
    caseId: Id,
    number: z.int(),
    claim: z.string().meta({ examples: ["C-12"] }),
    statement: z.string(),
    outlet: OutletRef.nullable(),
    attribution: z.array(z.string()),
    /** The same chain with what each step is. */
    steps: z.array(z.object({ kind: z.enum(["outlet", "source"]), name: z.string(), outletId: Id.nullable() })),
    article: z.object({ id: Id, title: z.string() }).nullable(),
    quote: Quote.nullable(),
    /** EDTF, and beside it the words that were typed. */
    reportedOn: z.string().nullable(),
    reportedOnWords: z.string().nullable(),
    occurredOn: z.string().nullable(),
    occurredOnWords: z.string().nullable(),
    place: z.string().nullable(),
    /** The grades that stand; reliability falls back to the outlet's. */
    reliability: Reliability.nullable(),
    credibility: Credibility.nullable(),
    confidence: Confidence.nullable(),
    /** True where the reliability shown is the outlet's. */
    reliabilityFromOutlet: z.boolean(),
    assessments: z.array(Assessment),
    status: ClaimStatus,
    tags: z.array(z.string()),
    note: z.string(),
    extra: z.record(z.string(), z.string()),
    /** Standing relations by kind: how many the caller may see. */
    relations: z.record(z.string(), z.int()),
    createdBy: z.object({ id: Id, name: z.string() }),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Claim" });
export type Claim = z.infer<typeof Claim>;

export const SuggestClaims = z.object({ limit: z.coerce.number().int().min(1).max(20).default(10) });

/** A claim that may be about the same thing as another. */
export const Suggestion = z
  .object({
    claim: Claim,
    /** How much of what the rarer words say both say, 0 to 1: an order, not a probability. */
    score: z.number(),
    why: z.string(),
    suggestedKind: z.enum(["agrees", "contradicts", "repeats"]).nullable(),
  })
  .meta({ id: "Suggestion" });
export type Suggestion = z.infer<typeof Suggestion>;

/** Asks for claims about the same thing as one that is being written. */
export const SuggestForDraft = z.object({
  caseId: Id,
  statement: z.string().max(5000),
  quote: z.string().max(5000).nullable(),
  articleId: Id.nullable(),
});

/** A quote that a newer version does not have as it was, and what might stand for it there: for a person to decide. */
export type QuoteReview = {
  claimId: string;
  number: number;
  statement: string;
  version: number;
  state: "changed" | "orphaned";
  exact: string;
  /** The version that it was read in. */
  ordinal: number;
  suggestion: { exact: string; start: number; end: number; versionId: string } | null;
  why: Extract<Reanchoring, { kind: "changed" }>["why"] | null;
  /** From the old sentence to the new one. */
  diff: DiffPart[];
  alerts: ChangeAlert[];
};
