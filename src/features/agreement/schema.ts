import { z } from "zod";
import { RelationKind } from "@/features/relation/schema";
import { Id, PageQuery } from "@/platform/fields";

/** What is compared: what the pair's claims say of each other, and each grade by itself. */
export const Compared = z.enum(["relations", "reliability", "credibility", "confidence"]).meta({ id: "Compared" });
export type Compared = z.infer<typeof Compared>;

/** What judgements of content may differ in; both directions of an update count as it. */
export const ContentKind = RelationKind.exclude(["repeats"]);
export type ContentKind = z.infer<typeof ContentKind>;

const number = z.number().nullable();

/** Numbers are null where there is nothing to compare or where everybody always gave the same answer ("n/a", never 1). */
export const Agreement = z
  .object({
    /** Krippendorff's α: nominal for relations, ordinal for grades. */
    alpha: number,
    /** 95 %, by bootstrap over units: 1,000 samples, always the same. */
    interval: z.object({ low: z.number(), high: z.number() }).nullable(),
    /** The share of pairs of people who said the same, 0 to 1. */
    percent: number,
    /** Cohen's κ (of grades quadratically weighted) where exactly two people rated every unit. */
    kappa: number,
    /** Fleiss' κ where three or more rated, each unit by as many. */
    fleiss: number,
    /** Units that at least two people rated. */
    n: z.int(),
    raters: z.int(),
    /** Pairs of people over all units. */
    pairs: z.number(),
    /** Fewer than 30 units. */
    unstable: z.boolean(),
    /** How often which two answers met, in both directions. */
    confusion: z.object({ values: z.array(z.string()), counts: z.array(z.array(z.number())) }),
  })
  .meta({ id: "Agreement" });
export type Agreement = z.infer<typeof Agreement>;

const People = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(Id).length(2, "names two people, joined by a comma"));

export const AgreementFilter = z.object({
  /** Only what concerns claims of this outlet. */
  outlet: Id.optional(),
  /** One kind of relation against all others. Descent (`repeats`) has one kind only: there is nothing to differ in. */
  kind: ContentKind.optional(),
  /** Only what these two said. */
  people: People.optional(),
});
export type AgreementFilter = z.output<typeof AgreementFilter>;

export const AgreementOfCase = z
  .object({
    relations: Agreement,
    reliability: Agreement,
    credibility: Agreement,
    confidence: Agreement,
    /** Pairs and claims that are withheld, for the caller has not judged them. */
    withheld: z.int(),
  })
  .meta({ id: "AgreementOfCase" });
export type AgreementOfCase = z.infer<typeof AgreementOfCase>;

export const ListUnits = PageQuery.extend({
  of: Compared,
  ...AgreementFilter.shape,
  /** Only where people differ. */
  disagree: z.stringbool().optional(),
});
export type ListUnits = z.output<typeof ListUnits>;

/** One thing that several people rated: a claim, or a pair of claims. */
export const RatedUnit = z
  .object({
    /** The relation's id, or the claim's. */
    id: Id,
    claims: z.array(z.object({ id: Id, number: z.int(), statement: z.string() })),
    ratings: z.array(z.object({ person: z.object({ id: Id, name: z.string() }), value: z.string() })),
    agree: z.boolean(),
    /** A lead has decided it: a ruling of the pair, or a lead's own grade. */
    settled: z.boolean(),
  })
  .meta({ id: "RatedUnit" });
export type RatedUnit = z.infer<typeof RatedUnit>;
