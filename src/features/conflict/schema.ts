import { z } from "zod";
import { ClaimStatus, Confidence, Credibility } from "@/features/claim/schema";
import { OutletRef, Reliability } from "@/features/outlet/schema";
import { ClaimCard, ContradictionAbout, RelationFamily, StandingKind } from "@/features/relation/schema";
import { Id, line, PageQuery, prose, Timestamp, Version } from "@/platform/fields";

/**
 * Conflicts are derived from what stands: they have no id or version, and are named by a claim's number. One is `open`
 * until the team has found an answer, `proposed` until that is signed, `stale` when what it was decided on has changed
 * since. A signed finding that says "open" leaves it open.
 */
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

const OriginKind = z.enum(["outlet", "source", "unnamed", "claim", "altered", "own", "circle"]);

export const FindingOutcome = z
  .enum(["one_camp", "different_scope", "outdated", "cannot_tell", "open"])
  .meta({ id: "FindingOutcome" });
export type FindingOutcome = z.infer<typeof FindingOutcome>;

/** The bands of ICD 203, the first row of its terms. */
export const Likelihood = z
  .enum([
    "almost_no_chance",
    "very_unlikely",
    "unlikely",
    "roughly_even_chance",
    "likely",
    "very_likely",
    "almost_certain",
  ])
  .meta({ id: "Likelihood" });
export type Likelihood = z.infer<typeof Likelihood>;

export const FindingStatus = z.enum(["draft", "proposed", "signed", "superseded", "withdrawn"]);
export type FindingStatus = z.infer<typeof FindingStatus>;

/** What can be asked of a finding. Without it: what the caller may give at most. */
const WantedStatus = z.enum(["draft", "proposed", "signed"]);

/**
 * The team's answer to a conflict as it stands. Where a finding is not signed yet it is changed, and absent fields stay;
 * behind a signed one it begins anew.
 */
export const WriteFinding = z.object({
  question: z.union([line(500), z.literal("")]).optional(),
  outcome: FindingOutcome,
  /** The letter of a camp of the conflict as it stands: of the one that holds, or that is up to date. */
  preferredCamp: z.string().max(8).nullable().optional(),
  rationale: prose(20_000),
  likelihood: Likelihood.nullable().optional(),
  confidence: Confidence.nullable().optional(),
  status: WantedStatus.optional(),
  version: Version.optional(),
});
export type WriteFinding = z.output<typeof WriteFinding>;

/** Takes back a finding that is not signed. */
export const WithdrawFinding = z.object({ version: Version.optional() });
export type WithdrawFinding = z.output<typeof WithdrawFinding>;

/** What a finding was decided on, as it stood then. Claims go by their numbers. */
export const FindingBasis = z.object({
  claims: z.array(
    z.object({
      id: Id,
      number: z.int(),
      /** The letter of its camp. */
      camp: z.string(),
      statement: z.string(),
      quote: z.string().nullable(),
      outlet: OutletRef.nullable(),
      attribution: z.array(z.string()),
      occurredOn: z.string().nullable(),
      reportedOn: z.string().nullable(),
      status: ClaimStatus,
      /** Null throughout in a blind case: grades are not shown before one has graded oneself. */
      reliability: Reliability.nullable(),
      credibility: Credibility.nullable(),
      confidence: Confidence.nullable(),
    }),
  ),
  relations: z.array(
    z.object({ id: Id, from: z.int(), to: z.int(), kind: StandingKind, about: ContradictionAbout.nullable() }),
  ),
  camps: z.array(
    z.object({
      letter: z.string(),
      origins: Origins,
      roots: z.array(
        z.object({
          name: z.string(),
          kind: OriginKind,
          outletId: Id.nullable(),
          established: z.boolean(),
          claims: z.array(z.int()),
        }),
      ),
    }),
  ),
});
export type FindingBasis = z.infer<typeof FindingBasis>;

/** Something that is no longer as it was when a finding was decided. */
export const Change = z.object({
  what: z.enum(["membership", "relation", "words", "dates", "source", "grades", "origins"]),
  /** In plain words: "C-9 joined camp B". */
  words: z.string(),
});
export type Change = z.infer<typeof Change>;

export const Finding = z
  .object({
    id: Id,
    question: z.string(),
    outcome: FindingOutcome,
    /** Which camp of the conflict now holds the preferred claims; null where none does, or several. */
    preferredCamp: z.string().nullable(),
    /** The claims of the preferred camp when it was decided, by number. */
    preferred: z.array(z.int()),
    rationale: z.string(),
    likelihood: Likelihood.nullable(),
    confidence: Confidence.nullable(),
    status: FindingStatus,
    /** Over which claims it was decided, by number. */
    claims: z.array(z.int()),
    /** What has changed since, of a finding that is not of the past. */
    changes: z.array(Change),
    /** Who last changed its words. */
    author: Person,
    signer: Person.nullable(),
    signedAt: Timestamp.nullable(),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Finding" });
export type Finding = z.infer<typeof Finding>;

/** With what it was decided on. */
export const FindingRecord = Finding.extend({ basis: FindingBasis }).meta({ id: "FindingRecord" });
export type FindingRecord = z.infer<typeof FindingRecord>;

/**
 * As of the end of a day (UTC): the relations, the claims and their words, and the findings are those of then. What a
 * claim is credited to, its grades and whose outlets are whose are those of now.
 */
export const ConflictQuery = z.object({ asOf: z.iso.date("is not a day, such as 2024-03-01").optional() });

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
    /** What the team found last, unless that is a draft; null where there is nothing, or nothing to be seen yet. */
    finding: Finding.nullable(),
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
  /** An outlet's or a source's name, else numbers of claims; of an unnamed source, its words and who credits them. */
  name: z.string(),
  /**
   * `claim`: nothing says where it comes from; `altered`: a copy that contradicts what it copies; `own`: reporting of a
   * copy's own, as somebody marked it.
   */
  kind: OriginKind,
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
    /** Everything that was found on its claims, drafts and earlier findings included, the newest first. */
    findings: z.array(FindingRecord),
    /** The end of the day that it is told as of; null for now. */
    asOf: z.string().nullable(),
    /** The newest of them that is no draft. */
    finding: Finding.nullable(),
    status: ConflictStatus,
    /** Who is to decide it now. */
    assignee: Person.nullable(),
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
    /** Why warnings of its kind matter. */
    lesson: z.string(),
    /** What is particular to this one; may be empty. */
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

/** Says that a claim reports something of its own although it also repeats or credits others, and why. */
export const MarkOwnReporting = z.object({ reason: prose(2000).pipe(z.string().min(1, "must not be empty")) });
export type MarkOwnReporting = z.output<typeof MarkOwnReporting>;

/** In a blind case, others' marks are absent until the caller has marked the claim. */
export const OwnReporting = z
  .object({
    claimId: Id,
    marks: z.array(
      z.object({ user: z.object({ id: Id, name: z.string() }), reason: z.string(), updatedAt: Timestamp }),
    ),
  })
  .meta({ id: "OwnReporting" });
export type OwnReporting = z.infer<typeof OwnReporting>;

/** What a decided conflict says of an outlet that was an origin in it. */
export const Verdict = z.enum(["right", "wrong", "not_judged"]);
export type Verdict = z.infer<typeof Verdict>;

/** A decided conflict in which an outlet spoke in its own voice. */
export const RecordedConflict = z.object({
  case: z.object({ id: Id, title: z.string() }),
  /** The lowest of its claims' numbers when it was decided. */
  conflict: z.int(),
  findingId: Id,
  question: z.string(),
  decidedAt: Timestamp,
  verdict: Verdict,
  /** In plain words. */
  why: z.string(),
  /** The claims behind which the outlet itself stood, by number. */
  claims: z.array(z.int()),
});
export type RecordedConflict = z.infer<typeof RecordedConflict>;

/** `low` and `high` bound the share that was right: Wilson's interval of 95 %. `tooFew` under ten judged. */
const RecordShare = z.object({
  right: z.int(),
  judged: z.int(),
  notJudged: z.int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  tooFew: z.boolean(),
});
export type RecordShare = z.infer<typeof RecordShare>;

/** How often an outlet was right in its own voice, where the team decided. A hint: it never grades by itself. */
export const TrackRecord = RecordShare.extend({
  /** By the year in which it was decided, newest first. */
  years: z.array(RecordShare.extend({ year: z.int() })),
  conflicts: z.array(RecordedConflict),
}).meta({ id: "TrackRecord" });
export type TrackRecord = z.infer<typeof TrackRecord>;

/** What speaks for one article being a copy of another, with the evidence. */
export const Signal = z.discriminatedUnion("kind", [
  /** The later one names the earlier one's outlet where texts say whose they are. */
  z.object({
    kind: z.literal("credit"),
    name: z.string(),
    words: z.string(),
    place: z.enum(["outlet", "title", "author", "dateline", "footer"]),
  }),
  z.object({ kind: z.literal("headline"), words: z.string() }),
  /** `likeness` is the share of runs of five words that both have; `words` the longest stretch in common. */
  z.object({ kind: z.literal("passage"), likeness: z.number().min(0).max(1), words: z.string() }),
  z.object({ kind: z.literal("figures"), figures: z.array(z.string()) }),
]);
export type Signal = z.infer<typeof Signal>;

export const SuspicionStatus = z.enum(["open", "confirmed", "rejected"]).meta({ id: "SuspicionStatus" });
export type SuspicionStatus = z.infer<typeof SuspicionStatus>;

const SuspectedClaim = z.object({
  id: Id,
  number: z.int(),
  claim: z.string(),
  statement: z.string(),
  outlet: OutletRef.nullable(),
});

/**
 * A claim whose article looks like a copy of another's. `from` is the later one, which may derive from `to`. It counts
 * towards the minimum of origins until somebody decides; in a blind case others' decisions show once one has judged.
 */
export const Suspicion = z
  .object({
    id: Id,
    caseId: Id,
    from: SuspectedClaim,
    to: SuspectedClaim,
    signals: z.array(Signal),
    status: SuspicionStatus,
    decidedBy: Person.nullable(),
    decidedAt: Timestamp.nullable(),
    reason: z.string(),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Suspicion" });
export type Suspicion = z.infer<typeof Suspicion>;

export const ListSuspicions = PageQuery.extend({ status: SuspicionStatus.optional(), claim: Id.optional() });
export type ListSuspicions = z.output<typeof ListSuspicions>;

/**
 * `confirmed` records the caller's own judgement that the later claim repeats the earlier; `rejected` needs a reason;
 * `open` takes either back.
 */
export const DecideSuspicion = z.object({
  status: SuspicionStatus,
  reason: prose(2000).optional(),
  version: Version.optional(),
});
export type DecideSuspicion = z.output<typeof DecideSuspicion>;
