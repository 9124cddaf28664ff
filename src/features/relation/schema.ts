import { z } from "zod";
import { Confidence } from "@/features/claim/schema";
import { Id, PageQuery, prose, Timestamp, Version } from "@/platform/fields";

export const RelationKind = z.enum(["agrees", "contradicts", "qualifies", "updates", "repeats", "unrelated"]).meta({ id: "RelationKind" });
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

/** `from` turns a directed kind round; it is one of the relation's two claims. */
export const JudgeRelation = z.object({ ...judgement, from: Id.optional(), version: Version.optional() });

export const RuleOnRelation = JudgeRelation;

export const ListRelations = PageQuery.extend({ claim: Id.optional(), kind: StandingKind.optional() });

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

/** In a blind case, `kind`, `about`, `judgements` and `ruling` are absent until the caller has judged the pair. */
export const Relation = z
  .object({
    id: Id,
    caseId: Id,
    from: Id,
    to: Id,
    family: RelationFamily,
    kind: StandingKind.optional(),
    about: ContradictionAbout.nullable().optional(),
    judgements: z.array(Judgement).optional(),
    ruling: Ruling.nullable().optional(),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Relation" });
export type Relation = z.infer<typeof Relation>;
