import { z } from "zod";
import { ClaimStatus, Confidence, Credibility, QuoteState } from "@/features/claim/schema";
import { OutletRef, Reliability } from "@/features/outlet/schema";
import { Id, PageQuery, prose, Timestamp, Version } from "@/platform/fields";

export const RelationKind = z
  .enum(["agrees", "contradicts", "qualifies", "updates", "repeats", "unrelated"])
  .meta({ id: "RelationKind" });
export type RelationKind = z.infer<typeof RelationKind>;

/** What stands of a pair: a kind, or `disputed` where the judgements tie. */
export const StandingKind = z.enum([...RelationKind.options, "disputed"]);
export type StandingKind = z.infer<typeof StandingKind>;

export const RelationFamily = z.enum(["content", "descent"]);
export type RelationFamily = z.infer<typeof RelationFamily>;

export const ContradictionAbout = z.enum(["number", "time", "place", "actor", "cause", "occurrence", "attribution"]);
export type ContradictionAbout = z.infer<typeof ContradictionAbout>;

const judgement = {
  kind: RelationKind,
  /** What a contradiction is about; only with `contradicts`. */
  about: ContradictionAbout.nullable().optional(),
  rationale: prose(5000).optional(),
  confidence: Confidence.nullable().optional(),
};

/** Records the caller's judgement of a pair. `updates` and `repeats` run from the later claim to the earlier. */
export const RecordRelation = z.object({ from: Id, to: Id, ...judgement });
export type RecordRelation = z.output<typeof RecordRelation>;

/**
 * `from` turns a directed kind round; it is one of the relation's two claims. Where the kind stays, fields that are
 * absent stay too. `version` is the relation's.
 */
export const JudgeRelation = z.object({ ...judgement, from: Id.optional(), version: Version.optional() });

export type JudgeRelation = z.output<typeof JudgeRelation>;

export const RuleOnRelation = JudgeRelation.omit({ confidence: true });
export type RuleOnRelation = z.output<typeof RuleOnRelation>;

/** Takes back the caller's judgement, or the ruling. */
export const Withdraw = z.object({ version: Version.optional() });
export type Withdraw = z.output<typeof Withdraw>;

export const ListRelations = PageQuery.extend({ claim: Id.optional(), kind: StandingKind.optional() });
export type ListRelations = z.output<typeof ListRelations>;

export const Judgement = z.object({
  id: Id,
  user: z.object({ id: Id, name: z.string() }),
  kind: RelationKind,
  from: Id,
  to: Id,
  about: ContradictionAbout.nullable(),
  rationale: z.string(),
  confidence: Confidence.nullable(),
  version: Version,
  updatedAt: Timestamp,
});
export type Judgement = z.infer<typeof Judgement>;

export const Ruling = z.object({
  user: z.object({ id: Id, name: z.string() }),
  kind: RelationKind,
  from: Id,
  to: Id,
  about: ContradictionAbout.nullable(),
  rationale: z.string(),
  updatedAt: Timestamp,
});
export type Ruling = z.infer<typeof Ruling>;

/**
 * In a blind case, `family`, `kind`, `about`, `judgements` and `ruling` are absent until the caller has judged the pair
 * (descent knows one kind only), and the ends stand in the order of their numbers. `kind` is null where every judgement
 * was withdrawn.
 */
export const Relation = z
  .object({
    id: Id,
    caseId: Id,
    from: Id,
    to: Id,
    family: RelationFamily.optional(),
    kind: StandingKind.nullable().optional(),
    about: ContradictionAbout.nullable().optional(),
    judgements: z.array(Judgement).optional(),
    ruling: Ruling.nullable().optional(),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Relation" });
export type Relation = z.infer<typeof Relation>;

/** A claim as its counterpart's card shows it. */
export const ClaimCard = z.object({
  id: Id,
  number: z.int(),
  claim: z.string(),
  statement: z.string(),
  status: ClaimStatus,
  outlet: OutletRef.nullable(),
  attribution: z.array(z.string()),
  article: z.object({ id: Id, title: z.string() }).nullable(),
  quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string(), state: QuoteState }).nullable(),
  reportedOn: z.string().nullable(),
  occurredOn: z.string().nullable(),
  reliability: Reliability.nullable(),
  credibility: Credibility.nullable(),
  confidence: Confidence.nullable(),
});
export type ClaimCard = z.infer<typeof ClaimCard>;

/** A relation seen from one of its claims, with the other. */
export const RelationOfClaim = Relation.extend({ claimId: Id, counterpart: ClaimCard });
export type RelationOfClaim = z.infer<typeof RelationOfClaim>;
