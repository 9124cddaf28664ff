import { z } from "zod";
import { VagueDate } from "@/dates/vague-date";
import { ArticleMeta, Block, MAX_TEXT } from "@/features/article/schema";
import { ClaimStatus, Confidence, Credibility, QuoteState, RecordClaim, Tag } from "@/features/claim/schema";
import { CommentSubject } from "@/features/comment/schema";
import {
  FindingBasis,
  FindingOutcome,
  FindingStatus,
  Likelihood,
  Signal,
  WarningKind,
} from "@/features/conflict/schema";
import { CreateOutlet, OutletName, Reliability } from "@/features/outlet/schema";
import { ContradictionAbout, RelationFamily, RelationKind } from "@/features/relation/schema";
import { Id, line, prose, Timestamp, verbatim } from "@/platform/fields";
import { MAX_CELL } from "../schema";

/*
 * A case file: the whole case as JSON. One object whose sections are lists, one item a line; what an item names by id
 * stands in a section before it. Fields may be added; a change of what is here is another version.
 *
 *   format, version       "crossbearing-case", 1
 *   exported              at, by, product, filter
 *   case                  title, description and settings
 *   outlets … dismissals  the sections, as below
 *   end                   counts of each section, and sha256: of every byte before the comma in front of "end"
 */

export const CASE_FILE_FORMAT = "crossbearing-case";
export const CASE_FILE_VERSION = 1;

/** Whoever did something, as they were called. */
export const FilePerson = z.object({ id: Id, name: line(200) });
export type FilePerson = z.infer<typeof FilePerson>;
const by = FilePerson.nullable();

/** A date known roughly as EDTF, and the words typed for it. */
const roughly = z.string().nullable().default(null);

/** The date that an item's two fields tell; null where it has none. */
export function fileDate(edtf: string | null, words: string | null): VagueDate | null {
  if (edtf === null) return null;
  return VagueDate.parse({ edtf, ...(words !== null && { words }) });
}

const isDate = (value: string | null) => value === null || VagueDate.safeParse(value).success;
const NO_DATE = "is not a date that can be read";

export const FileOutlet = z.object({
  id: Id,
  name: CreateOutlet.shape.name,
  aliases: z.array(OutletName).max(1000).default([]),
  domains: CreateOutlet.shape.domains,
  owner: CreateOutlet.shape.owner,
  language: CreateOutlet.shape.language,
  country: CreateOutlet.shape.country,
  reliability: Reliability.nullable().default(null),
  grades: z
    .array(z.object({ reliability: Reliability.nullable(), reason: prose(2000), by, at: Timestamp }))
    .default([]),
});

export const FileArticle = z
  .object({
    id: Id,
    title: ArticleMeta.shape.title,
    outlet: Id,
    url: ArticleMeta.shape.url,
    author: ArticleMeta.shape.author,
    publishedOn: roughly,
    publishedOnWords: roughly,
    language: line(40),
    /** The article that it is said to copy; left out where the file does not hold that. */
    repeats: Id.nullable().default(null),
    addedBy: by,
    addedAt: Timestamp,
    /** Oldest first. Without a text, only its hash is known. */
    versions: z
      .array(
        z.object({
          id: Id,
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .nullable(),
          text: z.string().max(MAX_TEXT).nullable(),
          blocks: z.array(Block).default([]),
          capturedBy: by,
          capturedAt: Timestamp,
        }),
      )
      .min(1),
  })
  .refine(({ publishedOn }) => isDate(publishedOn), { path: ["publishedOn"], message: NO_DATE });

const grades = {
  reliability: Reliability.nullable(),
  credibility: Credibility.nullable(),
  confidence: Confidence.nullable(),
};

export const FileClaim = z
  .object({
    id: Id,
    number: z.int().min(1).max(10_000_000),
    statement: RecordClaim.shape.statement,
    article: Id.nullable(),
    /** UTF-16 offsets into the version's text; null where it is not held. */
    quote: z
      .object({
        version: Id,
        start: z.int().min(0).nullable(),
        end: z.int().min(0).nullable(),
        exact: verbatim(20_000),
        prefix: z.string().max(500),
        suffix: z.string().max(500),
        state: QuoteState,
      })
      .nullable(),
    attribution: z
      .array(z.object({ kind: z.enum(["outlet", "source"]), name: OutletName, outlet: Id.nullable() }))
      .max(13),
    reportedOn: roughly,
    reportedOnWords: roughly,
    occurredOn: roughly,
    occurredOnWords: roughly,
    place: RecordClaim.shape.place,
    note: prose(20_000),
    tags: z.array(Tag).max(50),
    status: ClaimStatus,
    statusBefore: ClaimStatus.exclude(["retracted"]).nullable(),
    extra: z.record(line(200), z.string().max(MAX_CELL)),
    importedId: z.string().nullable().default(null),
    /** One a person; what stands of them is worked out anew. */
    assessments: z.array(
      z.object({
        id: Id,
        by,
        ...grades,
        reason: prose(5000),
        lead: z.boolean(),
        /** As given before anything of others could be seen: agreement is measured on it. */
        blind: z.object(grades).nullable().default(null),
        createdAt: Timestamp,
        updatedAt: Timestamp,
      }),
    ),
    enteredBy: by,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .refine(({ reportedOn }) => isDate(reportedOn), { path: ["reportedOn"], message: NO_DATE })
  .refine(({ occurredOn }) => isDate(occurredOn), { path: ["occurredOn"], message: NO_DATE })
  .refine(({ status, statusBefore }) => (status === "retracted") === (statusBefore !== null), {
    path: ["statusBefore"],
    message: "goes together with a retracted status",
  });

const said = {
  by,
  kind: RelationKind,
  /** The claim that it runs from, where the kind has a direction. */
  from: Id,
  about: ContradictionAbout.nullable(),
  rationale: prose(5000),
  createdAt: Timestamp,
  updatedAt: Timestamp,
};

export const FileRelation = z.object({
  id: Id,
  from: Id,
  to: Id,
  family: RelationFamily,
  createdAt: Timestamp,
  /** One a person; what stands of them is worked out anew. */
  judgements: z.array(
    z.object({
      id: Id,
      ...said,
      confidence: Confidence.nullable(),
      /** As said before anything of others could be seen: agreement is measured on it. */
      blind: z.object({ kind: RelationKind, from: Id }).nullable().default(null),
    }),
  ),
  ruling: z.object(said).nullable(),
});

export const FileFinding = z.object({
  id: Id,
  question: z.string().max(500),
  outcome: FindingOutcome,
  preferred: z.array(z.int()),
  rationale: prose(20_000),
  likelihood: Likelihood.nullable(),
  confidence: Confidence.nullable(),
  status: FindingStatus,
  statusBefore: z.enum(["draft", "proposed"]).nullable(),
  basis: FindingBasis,
  claims: z.array(Id).min(1),
  author: by,
  signer: by,
  signedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});

export const FileOwnReporting = z.object({
  claim: Id,
  by,
  reason: prose(2000).pipe(z.string().min(1)),
  createdAt: Timestamp,
});

/** One that was decided. */
export const FileSuspicion = z.object({
  id: Id,
  from: Id,
  to: Id,
  fromVersion: Id,
  toVersion: Id,
  signals: z.array(Signal).min(1),
  status: z.enum(["confirmed", "rejected"]),
  decidedBy: by,
  decidedAt: Timestamp,
  reason: prose(5000),
});

export const FileDismissal = z.object({
  id: Id,
  kind: WarningKind,
  subject: z.string().regex(/^(C-\d+|C-\d+ C-\d+|camp C-\d+|article [0-9a-f-]{36})$/),
  facts: z.string().regex(/^[0-9a-f]{64}$/),
  reason: prose(2000).pipe(z.string().min(1)),
  by,
  createdAt: Timestamp,
});

/** What was said of a claim, a conflict (on one of its claims), a pair or an article. */
export const FileComment = z.object({
  id: Id,
  on: CommentSubject,
  /** The comment that it answers, which answers none itself. */
  parent: Id.nullable().default(null),
  /** Empty where it was taken back. */
  body: prose(10_000),
  by,
  mentions: z.array(FilePerson).max(50).default([]),
  editedAt: Timestamp.nullable().default(null),
  retractedAt: Timestamp.nullable().default(null),
  resolvedAt: Timestamp.nullable().default(null),
  resolvedBy: by.default(null),
  createdAt: Timestamp,
});

export type FileOutlet = z.output<typeof FileOutlet>;
export type FileArticle = z.output<typeof FileArticle>;
export type FileClaim = z.output<typeof FileClaim>;
export type FileRelation = z.output<typeof FileRelation>;
export type FileFinding = z.output<typeof FileFinding>;
export type FileOwnReporting = z.output<typeof FileOwnReporting>;
export type FileSuspicion = z.output<typeof FileSuspicion>;
export type FileDismissal = z.output<typeof FileDismissal>;
export type FileComment = z.output<typeof FileComment>;

/** What each section holds. */
export const SECTIONS = {
  outlets: FileOutlet,
  articles: FileArticle,
  claims: FileClaim,
  relations: FileRelation,
  findings: FileFinding,
  ownReporting: FileOwnReporting,
  suspicions: FileSuspicion,
  dismissals: FileDismissal,
  comments: FileComment,
} as const;
export type Section = keyof typeof SECTIONS;
export const sections = Object.keys(SECTIONS) as Section[];

export type CaseFile = {
  caseId: string;
  outlets: FileOutlet[];
  articles: FileArticle[];
  claims: FileClaim[];
  relations: FileRelation[];
  findings: FileFinding[];
  ownReporting: FileOwnReporting[];
  suspicions: FileSuspicion[];
  dismissals: FileDismissal[];
  comments: FileComment[];
};

export const CaseFileHead = z.object({
  format: z.literal(CASE_FILE_FORMAT),
  version: z.literal(CASE_FILE_VERSION),
  case: z.object({ id: Id }),
  end: z.object({ counts: z.record(z.string(), z.int()), sha256: z.string() }).optional(),
});
