import { z } from "zod";
import { OutletRef } from "@/features/outlet/schema";
import { ClaimCard, ContradictionAbout, RelationFamily, StandingKind } from "@/features/relation/schema";
import { Id, line, PageQuery, prose, Timestamp, Version } from "@/platform/fields";

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

/** What a warning is about; a kind each of them teaches. */
export const WarningKind = z
  .enum([
    "confirmed_alone",
    "far_apart_grades",
    "maybe_update",
    "one_owner_camp",
    "sole_source",
    "left_undecided",
    "lost_words",
  ])
  .meta({ id: "WarningKind" });
export type WarningKind = z.infer<typeof WarningKind>;

/** Somebody looked at a warning and let it be, for a reason. It holds while the facts are what they were. */
export const Dismissal = z
  .object({
    id: Id,
    kind: WarningKind,
    subject: z.string(),
    reason: z.string(),
    user: z.object({ id: Id, name: z.string() }),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Dismissal" });
export type Dismissal = z.infer<typeof Dismissal>;

/** A claim that a warning names. */
const WarnedClaim = z.object({
  id: Id,
  number: z.int(),
  claim: z.string(),
  statement: z.string(),
  outlet: OutletRef.nullable(),
});
export type WarnedClaim = z.infer<typeof WarnedClaim>;

/** Derived, like conflicts: named by its kind and what it is about. */
export const Warning = z
  .object({
    kind: WarningKind,
    /** `C-12`, `C-3 C-9`, `camp C-3` by its lowest claim, or `article` with its id. */
    subject: z.string(),
    title: z.string(),
    /** Why it matters. */
    why: z.string(),
    /** What one can do. */
    advice: z.string(),
    /** The claims it is about; of a camp or an article the first few. `updates` names the later one first. */
    about: z.array(WarnedClaim),
    article: z.object({ id: Id, title: z.string() }).nullable(),
    /** The rows behind it: claims by number, relations by id. */
    claims: z.array(z.int()),
    relations: z.array(Id),
    /** A fingerprint of what it rests on: a dismissal holds for these facts alone. */
    facts: z.string(),
    dismissal: Dismissal.nullable(),
  })
  .meta({ id: "Warning" });
export type Warning = z.infer<typeof Warning>;

/** Those in force, or with `dismissed=true` those that were dismissed and would be in force. */
export const ListWarnings = PageQuery.extend({
  kind: WarningKind.optional(),
  claim: Id.optional(),
  dismissed: z.stringbool({ truthy: ["true"], falsy: ["false"] }).default(false),
});
export type ListWarnings = z.output<typeof ListWarnings>;

/** `facts` are those of the warning that the caller saw; where they have changed, it is another warning. */
export const DismissWarning = z.object({
  kind: WarningKind,
  subject: line(100),
  reason: prose(2000).pipe(z.string().min(1, "must not be empty")),
  facts: z.string().max(100).optional(),
});
export type DismissWarning = z.output<typeof DismissWarning>;

/** A claim's camp in short, in or out of a conflict: for who is about to call the claim confirmed. */
export const CampOfClaim = z.object({ claims: z.int(), reports: z.int(), origins: Origins, why: z.string() });
export type CampOfClaim = z.infer<typeof CampOfClaim>;
