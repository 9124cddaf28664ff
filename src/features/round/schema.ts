import { z } from "zod";
import { AssessClaim, Claim } from "@/features/claim/schema";
import { ContradictionAbout, RelationKind } from "@/features/relation/schema";
import { Id, line, prose, Timestamp, Version } from "@/platform/fields";

export const RoundOf = z.enum(["pairs", "claims"]).meta({ id: "RoundOf" });
export type RoundOf = z.infer<typeof RoundOf>;

export const DrawRound = z.object({
  title: line(200),
  of: RoundOf,
  judges: z.array(Id).min(2, "needs two people at least").max(50),
  /** By how many people each is judged. */
  perUnit: z.int().min(2, "is two at least: one opinion is compared with none").max(20).default(2),
  /** As many are drawn at random where none are named: of all claims, or of all pairs that anybody has related. */
  sample: z.int().min(1).max(5000).default(50),
  claims: z.array(Id).max(5000).optional(),
  pairs: z
    .array(z.object({ from: Id, to: Id }))
    .max(5000)
    .optional(),
  /** It ends by itself then. */
  until: Timestamp.nullable().optional(),
});
export type DrawRound = z.output<typeof DrawRound>;

const Person = z.object({ id: Id, name: z.string() });

export const Round = z
  .object({
    id: Id,
    caseId: Id,
    title: z.string(),
    of: RoundOf,
    perUnit: z.int(),
    units: z.int(),
    /** Of `units` times `perUnit`. */
    done: z.int(),
    open: z.boolean(),
    until: Timestamp.nullable(),
    closedAt: Timestamp.nullable(),
    drawnBy: Person,
    /** How many each has answered or passed. */
    judges: z.array(Person.extend({ done: z.int() })),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Round" });
export type Round = z.infer<typeof Round>;

/** What is to be judged next; null where nothing is left for the caller. */
export const Task = z.object({ unit: Id, claims: z.array(Claim).min(1), left: z.int() }).meta({ id: "RoundTask" });
export type Task = z.infer<typeof Task>;
export const NextTask = z.object({ task: Task.nullable() });

/** A kind for a pair (`unrelated` where neither), grades for a claim, or that it cannot be judged. */
export const AnswerTask = z.object({
  cannot: z.boolean().optional(),
  kind: RelationKind.exclude(["repeats"]).optional(),
  /** The claim that an update runs from: the newer one. */
  from: Id.optional(),
  about: ContradictionAbout.nullable().optional(),
  rationale: prose(5000).optional(),
  ...AssessClaim.omit({ version: true }).shape,
});
export type AnswerTask = z.output<typeof AnswerTask>;
/** As a page sends it: an empty choice is none. */
export type AnswerInput = z.input<typeof AnswerTask>;
