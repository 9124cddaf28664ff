import { z } from "zod";
import { VagueDate } from "@/dates/vague-date";
import { AddArticle } from "@/features/article/schema";
import {
  ClaimFilter,
  ClaimSort,
  ClaimStatus,
  Confidence,
  ListClaims,
  QuoteInput,
  RecordClaim,
  Step,
  Tag,
} from "@/features/claim/schema";
import { refuseName } from "@/features/outlet/rules";
import { Language, OutletName, Reliability } from "@/features/outlet/schema";
import type { RelationKind } from "@/features/relation/schema";
import { Id, line, Timestamp, Version } from "@/platform/fields";

/** The columns of the claim sheet, in the order of an export. */
export const COLUMNS = [
  "claim",
  "statement",
  "quote",
  "outlet",
  "attribution",
  "reported_on",
  "occurred_on",
  "place",
  "reliability",
  "credibility",
  "confidence",
  "status",
  "tags",
  "note",
  "agrees_with",
  "contradicts",
  "qualifies",
  "updates",
  "repeats",
  "unrelated_to",
  "article",
  "article_outlet",
  "article_url",
  "article_author",
  "article_published_on",
  "article_language",
  "article_sha256",
  "quote_start",
  "quote_end",
  "entered_by",
  "entered_at",
  "id",
  "version",
] as const;
export type Column = (typeof COLUMNS)[number];

/** The kind that each relation column holds; it names the claims at the other end. */
export const RELATION_COLUMNS = {
  agrees_with: "agrees",
  contradicts: "contradicts",
  qualifies: "qualifies",
  updates: "updates",
  repeats: "repeats",
  unrelated_to: "unrelated",
} as const satisfies Partial<Record<Column, RelationKind>>;
export type RelationColumn = keyof typeof RELATION_COLUMNS;
export const relationColumns = Object.keys(RELATION_COLUMNS) as RelationColumn[];

export const ARTICLE_COLUMNS = COLUMNS.filter((column) => column.startsWith("article"));

/** The formats that a sheet goes out in. */
export const ExportFormat = z.enum(["csv", "xlsx", "json", "md", "docx", "pdf", "jsonld", "stix"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** The largest file and the most rows of one import. */
export const MAX_FILE_BYTES = 100_000_000;
export const MAX_ROWS = 200_000;
/** The longest text of a column that Crossbearing does not know; a spreadsheet's cell holds no more. */
export const MAX_CELL = 32_767;
/** The highest number a sheet may ask for, so that a slip of the finger does not use the numbers up. */
const MAX_NUMBER = 10_000_000;

/** A cell's text and its value: reads what people type, writes the one form that an export has. */
const cell = <T>(
  value: z.ZodType<T, unknown>,
  write: (value: T) => string,
  read: (text: string) => unknown = (text) => text,
) =>
  z.codec(z.string(), z.custom<T>(), {
    decode: (text, payload): T => {
      const result = value.safeParse(read(text));
      if (result.success) return result.data;
      const message = result.error.issues[0]?.message ?? "cannot be read";
      payload.issues.push({ code: "custom", input: text, message });
      return z.NEVER;
    },
    encode: write,
  });

/** A value of a closed list, with words of our own where it is none. */
const oneOf = <T extends string>(options: z.ZodType<T, unknown>, message: string) =>
  z.unknown().transform((value, issues): T => {
    const result = options.safeParse(value);
    if (result.success) return result.data;
    issues.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const asIs = (value: string) => value;
const present = <T>(schema: z.ZodType<T | null | undefined, unknown>) =>
  schema.transform((value, issues): T => {
    if (value !== null && value !== undefined) return value;
    issues.addIssue({ code: "custom", message: "must not be empty" });
    return z.NEVER;
  });
const words = (schema: z.ZodType<string | null | undefined, unknown>) => cell(present(schema), asIs);
const lower = (text: string) => text.trim().toLowerCase();
const parts = (separator: RegExp) => (text: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const outlet = words(OutletName.refine((name) => !refuseName(name), "needs at least one letter or digit"));
const date = cell(present(VagueDate.nullable()), (value) => value.edtf);
const wholeNumber = cell(
  z
    .string()
    .regex(/^\d{1,9}$/, "is not a whole number")
    .transform(Number),
  String,
  (text) => text.trim(),
);
const claimNumber = z
  .string()
  .regex(/^(?:c-?)?\d{1,9}$/i, "is not a claim number, such as C-12")
  .transform((text) => Number(text.replace(/\D/g, "")))
  .refine((number) => number >= 1 && number <= MAX_NUMBER, "is not a claim number, such as C-12");

export const claimLabel = (number: number) => `C-${number}`;

const claimList = cell(
  z.array(claimNumber).transform((numbers) => [...new Set(numbers)].sort((a, b) => a - b)),
  (numbers) => numbers.map(claimLabel).join("; "),
  parts(/[;,]/),
);

/** One row, cell by cell: `decode` reads a cell that is neither empty nor cleared, `encode` writes it. */
export const SheetRow = z.object({
  claim: cell(claimNumber, claimLabel, (text) => text.trim()),
  statement: words(RecordClaim.shape.statement),
  quote: words(QuoteInput.shape.exact),
  outlet,
  attribution: cell(
    present(RecordClaim.shape.attribution),
    (steps) => steps.join(" > "),
    (text) => text.trim().split(/\s+>\s+/),
  ),
  reported_on: date,
  occurred_on: date,
  place: words(RecordClaim.shape.place),
  reliability: cell(oneOf(Reliability, "is not on the scale from A to F"), asIs, (text) => text.trim().toUpperCase()),
  credibility: cell(
    z
      .string()
      .regex(/^[1-6]$/, "is not on the scale from 1 to 6")
      .transform(Number),
    String,
    (text) => text.trim(),
  ),
  confidence: cell(oneOf(Confidence, "is none of low, moderate and high"), asIs, lower),
  status: cell(oneOf(ClaimStatus, "is none of draft, reviewed and retracted"), asIs, lower),
  tags: cell(
    z
      .array(Tag)
      .max(50, "has more than 50 tags")
      .transform((tags) => [...new Set(tags)]),
    (tags) => tags.join("; "),
    parts(/;/),
  ),
  note: words(RecordClaim.shape.note),
  agrees_with: claimList,
  contradicts: claimList,
  qualifies: claimList,
  updates: claimList,
  repeats: claimList,
  unrelated_to: claimList,
  article: words(AddArticle.shape.title),
  article_outlet: outlet,
  article_url: words(AddArticle.shape.url),
  article_author: words(AddArticle.shape.author),
  article_published_on: date,
  article_language: words(Language),
  article_sha256: cell(z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256 in hexadecimal"), asIs, lower),
  quote_start: wholeNumber,
  quote_end: wholeNumber,
  entered_by: cell(z.string(), asIs),
  entered_at: cell(z.string(), asIs),
  id: words(line(100)),
  version: wholeNumber,
} satisfies Record<Column, z.ZodType>);

export type SheetRow = z.output<typeof SheetRow>;

/** What is wrong with a cell. `row` counts as a spreadsheet does: the header is row 1. `column` is empty for a whole row. */
export const ImportError = z.object({ row: z.int(), column: z.string(), message: z.string() });
export type ImportError = z.infer<typeof ImportError>;

/** What was taken out of a case. `sha256` is of the file as it was sent; null until it is whole. */
export const Export = z
  .object({
    id: Id,
    caseId: Id,
    format: z.string(),
    status: z.enum(["running", "done", "broken_off"]),
    /** As the list of claims takes it; null where a blind case keeps it to who exported. */
    filter: z.record(z.string(), z.json()).nullable(),
    sort: z.string(),
    /** Claims that fit the filter. */
    total: z.int(),
    /** What was written so far, by what it is; null where a blind case keeps it to who exported. */
    counts: z.record(z.string(), z.int()).nullable(),
    bytes: z.int(),
    sha256: z.string().nullable(),
    createdBy: z.object({ id: Id, name: z.string() }),
    finishedAt: Timestamp.nullable(),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Export" });
export type Export = z.infer<typeof Export>;

export const Import = z
  .object({
    id: Id,
    caseId: Id,
    filename: z.string(),
    dryRun: z.boolean(),
    status: z.enum(["queued", "running", "done", "failed"]),
    /** What is being done, or was last; `done` of `total` count for it. */
    phase: z.enum(["reading", "checking", "writing"]),
    /** Whether somebody stopped it: then it is `failed`, and nothing was written. */
    cancelled: z.boolean(),
    /** What the file's columns were taken for; those that are not surely known are kept as `extra`. */
    columns: z.array(z.object({ heading: z.string(), to: z.array(z.string()), sure: z.boolean() })),
    /** Who started it. */
    startedBy: Id,
    total: z.int(),
    done: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    /** The first of them; `failed` counts all rows that were refused. */
    errors: z.array(ImportError),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Import" });
export type Import = z.infer<typeof Import>;

export const RowOutcome = z.enum(["created", "updated", "unchanged", "failed"]);
export type RowOutcome = z.infer<typeof RowOutcome>;

/** What becomes of one row of a file, or became of it. */
export const ImportRow = z
  .object({
    row: z.int(),
    outcome: RowOutcome,
    /** The claim that it makes or is about: `C-12`. */
    claim: z.string().nullable(),
    /** The cells that say something, by column, as they are understood; those that are refused as they stand. */
    cells: z.record(z.string(), z.string()),
    changes: z.array(z.object({ column: z.string(), old: z.string(), new: z.string() })),
    errors: z.array(z.object({ column: z.string(), message: z.string() })),
  })
  .meta({ id: "ImportRow" });
export type ImportRow = z.infer<typeof ImportRow>;

/** A claim as a row of the sheet on screen. Other than a `Claim` it holds what cells show, and no more. */
export const GridRow = z
  .object({
    id: Id,
    number: z.int(),
    version: Version,
    /** The cells that say something, by column, each as an export shows it. */
    cells: z.partialRecord(z.enum(COLUMNS), z.string()),
    /** Cells of columns that an imported sheet brought along. */
    extra: z.record(z.string(), z.string()),
    /** The words that a date was typed in. */
    words: z.partialRecord(z.enum(["reported_on", "occurred_on"]), z.string()),
    /** The reliability shown is the outlet's. */
    inherited: z.boolean(),
    /** Standing relations by kind: how many the caller may see. */
    relations: z.record(z.string(), z.int()),
  })
  .meta({ id: "GridRow" });
export type GridRow = z.infer<typeof GridRow>;

/** How many rows lie between two cursors of an outline. */
export const OUTLINE_STEP = 100;

export const Grouping = z.enum(["none", "outlet", "article", "tag", "conflict"]);
export type Grouping = z.infer<typeof Grouping>;

/** Rows that stand together. A claim with several tags stands under each of them. */
export const RowGroup = z.object({
  /** What they share: an outlet's or article's id, a tag, a conflict's number; null for those that share nothing. */
  key: z.string().nullable(),
  name: z.string(),
  /** What a conflict is about: the statement of its first claim. */
  detail: z.string().nullable(),
  rows: z.int(),
});
export type RowGroup = z.infer<typeof RowGroup>;

/** The length of the sheet and where to read on, so that any row is reached by its place without those before it. */
export const Outline = z
  .object({
    total: z.int(),
    step: z.int().meta({ description: "How many rows lie between two cursors" }),
    /** Each is the cursor of the rows behind it: the first of those from row `step` on. */
    cursors: z.array(z.string()),
    /** In their order, where the sheet is grouped: the rows of one follow those of the one before. */
    groups: z.array(RowGroup),
  })
  .meta({ id: "Outline" });
export type Outline = z.infer<typeof Outline>;

const columnList = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").filter(Boolean) : value),
  z.array(z.enum(COLUMNS)).max(COLUMNS.length),
);

/** What filters and orders the sheet on screen. */
export const GridQuery = ClaimFilter.extend({
  sort: ClaimSort.default("number"),
  group: Grouping.default("none"),
});
export type GridQuery = z.infer<typeof GridQuery>;

/** Asks for the row of a claim, by its id or number. */
export const FindPlace = GridQuery.extend({ claim: line(100) });
export type FindPlace = z.infer<typeof FindPlace>;

/** The rows behind a cursor; of each the columns named, or all. */
export const ListGridRows = ListClaims.extend({
  columns: columnList.optional(),
  group: Grouping.default("none"),
});
export type ListGridRows = z.infer<typeof ListGridRows>;

/** A column that a sheet from elsewhere brought along, by its heading: `extra:Verified by`. */
export const EXTRA_PREFIX = "extra:";
const MAX_HEADING = 200;

/** Columns as the sheet on screen names them: those of the file, the counts of all relations, and the extra ones. */
export const GridColumn = z
  .string()
  .max(EXTRA_PREFIX.length + MAX_HEADING)
  .refine(
    (name) =>
      name === "relations" ||
      (COLUMNS as readonly string[]).includes(name) ||
      (name.startsWith(EXTRA_PREFIX) && name.length > EXTRA_PREFIX.length),
    "is not a column of the sheet",
  );
export type GridColumn = Column | "relations" | `${typeof EXTRA_PREFIX}${string}`;

export const MIN_WIDTH = 40;
export const MAX_WIDTH = 1200;

/** One column of a view, in its place: those that are frozen stay where the others scroll. */
export const ViewColumn = z.object({
  name: GridColumn,
  /** In pixels; the column's own unless given. */
  width: z.int().min(MIN_WIDTH).max(MAX_WIDTH).optional(),
  shown: z.boolean().default(true),
  frozen: z.boolean().optional(),
});
export type ViewColumn = z.infer<typeof ViewColumn>;

/** How the sheet shows a case: which claims, in which order and groups, and which columns. No columns: the usual ones. */
export const SheetView = z
  .object({
    filter: ClaimFilter.default({}),
    sort: ClaimSort.default("number"),
    group: Grouping.default("none"),
    columns: z.array(ViewColumn).max(200).default([]),
  })
  .meta({ id: "SheetView" });
export type SheetView = z.infer<typeof SheetView>;

/** The columns whose cells can be written in; the others follow from them, or are changed elsewhere. */
export const EDITABLE_COLUMNS = [
  "statement",
  "outlet",
  "attribution",
  "reported_on",
  "occurred_on",
  "place",
  "reliability",
  "credibility",
  "confidence",
  "status",
  "tags",
  "note",
] as const satisfies readonly Column[];
export type EditableColumn = (typeof EDITABLE_COLUMNS)[number];

/** The most cells that are changed at once. */
export const MAX_EDITS = 10_000;

/** What an undo brings back where a cell's text does not say it all. */
const StoredCell = z.object({
  /** A date as it was read, beside its words. */
  edtf: z.string().max(200).optional(),
  /** A chain by its steps, with what each of them is. */
  chain: z
    .array(z.object({ kind: z.enum(["outlet", "source"]), name: Step }))
    .max(12)
    .optional(),
});

/**
 * A cell and the text it is to have, as a person types it there; an empty text clears. `version` is the claim's that the
 * editor has seen. A grade is the caller's own.
 */
export const CellEdit = z.object({
  claimId: Id,
  version: Version.optional(),
  column: z.string().max(EXTRA_PREFIX.length + MAX_HEADING),
  text: z.string().max(MAX_CELL),
  stored: StoredCell.optional(),
});
export type CellEdit = z.infer<typeof CellEdit>;

export const EditCells = z.object({
  edits: z.array(CellEdit).min(1).max(MAX_EDITS, `at most ${MAX_EDITS} cells are changed at once`),
});

export const EditedCells = z
  .object({
    /** The claims as their rows stand now. */
    rows: z.array(GridRow),
    /** What gives back exactly what stood, sent as edits. */
    undo: z.array(CellEdit),
  })
  .meta({ id: "EditedCells" });
export type EditedCells = z.infer<typeof EditedCells>;

/** A cell that was not written, for the claim was changed in the meantime: what stands there now. */
export type StaleCell = { index: number; claimId: string; column: string; text: string; version: number };

const viewFields = { name: line(80), view: SheetView, shared: z.boolean() };

export const SaveView = z.object({ ...viewFields, shared: viewFields.shared.default(false) });

/** Absent fields stay as they are. `opens`: whether the caller's own sheet of the case opens with it. */
export const ChangeView = z.object({
  name: viewFields.name.optional(),
  view: viewFields.view.optional(),
  shared: viewFields.shared.optional(),
  opens: z.boolean().optional(),
  version: Version.optional(),
});

export const RemoveView = z.object({ viewId: Id, version: Version.optional() });

export const KeepColumns = z.object({ caseId: Id, columns: z.array(ViewColumn).max(200) });

export const WhichSheet = z.object({ caseId: Id });

export const SavedView = z
  .object({
    id: Id,
    caseId: Id,
    name: z.string(),
    view: SheetView,
    /** The team's; else only its owner sees it. */
    shared: z.boolean(),
    owner: z.object({ id: Id, name: z.string() }),
    /** The caller's own sheet of the case opens with it. */
    opens: z.boolean(),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof SavedView>;
