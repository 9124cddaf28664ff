import { z } from "zod";
import { OutletRef } from "@/features/outlet/schema";
import { ClaimCard, ContradictionAbout, RelationFamily, StandingKind } from "@/features/relation/schema";
import { Id, PageQuery } from "@/platform/fields";

/** Conflicts are derived from what stands, never stored: they have no id or version, and are named by a claim's number. */
export const ConflictStatus = z.enum(["open", "proposed", "settled", "stale"]).meta({ id: "ConflictStatus" });
export type ConflictStatus = z.infer<typeof ConflictStatus>;

/** By what matters most to decide, or by number. */
export const ConflictSort = z.enum(["weight", "number"]);
export type ConflictSort = z.infer<typeof ConflictSort>;

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").filter(Boolean) : value),
    z.array(item).max(20),
  );

export const ListConflicts = PageQuery.extend({
  /** Those in which a claim is attributed to it. */
  outlet: Id.optional(),
  status: list(ConflictStatus).optional(),
  /** Those with a contradiction about any of these. */
  about: list(ContradictionAbout).optional(),
  inconsistent: z.stringbool().optional(),
  /** A member's id, `me`, or `none` for those that nobody is to decide. */
  assignee: z.union([z.enum(["me", "none"]), Id]).optional(),
  sort: ConflictSort.default("weight"),
});
export type ListConflicts = z.output<typeof ListConflicts>;

/** Makes a member the one who is to decide a conflict, or nobody. */
export const AssignConflict = z.object({ user: Id.nullable() });
export type AssignConflict = z.output<typeof AssignConflict>;

const Person = z.object({ id: Id, name: z.string() });

/** How many independent origins stand behind claims: at least `min`, at most `max`. */
export const Origins = z.object({ min: z.int(), max: z.int() }).meta({ id: "Origins" });
export type Origins = z.infer<typeof Origins>;

/** A camp in short, for the list. */
const Side = z.object({
  letter: z.string(),
  claims: z.int(),
  reports: z.int(),
  origins: Origins,
  /** How the origins were counted, in a sentence. */
  why: z.string(),
  outlets: z.array(OutletRef),
  /** The camp's lowest-numbered claim, to tell the camps apart by. */
  claim: z.object({ id: Id, number: z.int(), claim: z.string(), statement: z.string() }),
});

export const ConflictSummary = z
  .object({
    /** The lowest claim number of the group; any member's number finds it. */
    key: z.int(),
    claims: z.int(),
    camps: z.int(),
    /** Distinct articles; a claim without an article counts as a report of its own. */
    reports: z.int(),
    origins: Origins,
    /** How many contradictions stand in it. */
    contradictions: z.int(),
    /** A contradiction stands inside a camp. */
    inconsistent: z.boolean(),
    /** What the contradictions are about, the most frequent first. */
    about: z.array(ContradictionAbout),
    sides: z.array(Side),
    outlets: z.array(OutletRef),
    status: ConflictStatus,
    /** Who is to decide it. */
    assignee: Person.nullable(),
  })
  .meta({ id: "ConflictSummary" });
export type ConflictSummary = z.infer<typeof ConflictSummary>;

/** A standing relation between two claims of the conflict, by number, in the direction in which it stands. */
export const ConflictLink = z.object({
  id: Id,
  from: z.int(),
  to: z.int(),
  family: RelationFamily,
  kind: StandingKind,
  about: ContradictionAbout.nullable(),
});
export type ConflictLink = z.infer<typeof ConflictLink>;

/** One origin with the camp's claims that descend from it. */
export const Origin = z.object({
  /** An outlet's or a source's name, else numbers of claims. */
  name: z.string(),
  /** `claim`: nothing says where it comes from; `altered`: a copy that contradicts what it copies. */
  kind: z.enum(["outlet", "source", "claim", "altered", "circle"]),
  /** False where nothing vouches that it is one: it counts towards the maximum only. */
  established: z.boolean(),
  /** Which outlet, where it is one. */
  outletId: Id.nullable(),
  owner: z.string().nullable(),
  claims: z.array(z.int()),
});
export type Origin = z.infer<typeof Origin>;

export const Camp = z.object({
  letter: z.string(),
  claims: z.array(ClaimCard),
  outlets: z.array(OutletRef),
  reports: z.int(),
  origins: Origins,
  /** How the origins were counted, in a sentence; `roots` holds the same as data. */
  why: z.string(),
  roots: z.array(Origin),
  /** The agreements and repetitions that hold it together. */
  joins: z.array(ConflictLink),
});
export type Camp = z.infer<typeof Camp>;

/** A contradiction inside a camp, with the shortest way by which the rest of the annotation puts its ends together. */
export const Inconsistency = z.object({ contradiction: ConflictLink, path: z.array(ConflictLink) });
export type Inconsistency = z.infer<typeof Inconsistency>;

export const Conflict = z
  .object({
    key: z.int(),
    inconsistent: z.boolean(),
    reports: z.int(),
    origins: Origins,
    about: z.array(ContradictionAbout),
    camps: z.array(Camp),
    /** Which camps contradict each other, by letter, and the relations that say so. */
    oppositions: z.array(
      z.object({
        a: z.string(),
        b: z.string(),
        about: z.array(ContradictionAbout),
        contradictions: z.array(ConflictLink),
      }),
    ),
    inconsistencies: z.array(Inconsistency),
    /** Claims that repeat each other in a circle, by number: no origin stands behind them. */
    circular: z.array(z.array(z.int())),
    /** Relations between its claims that neither join nor oppose. */
    aside: z.array(ConflictLink),
    findings: z.array(z.never()),
    status: ConflictStatus,
  })
  .meta({ id: "Conflict" });
export type Conflict = z.infer<typeof Conflict>;
