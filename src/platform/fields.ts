import { z } from "zod";

/** C0 and C1 controls other than tab and line feed: no keyboard types them, and Postgres refuses NUL. */
const CONTROL = /[^\P{Cc}\t\n]/u;

const clean = (text: z.ZodString) =>
  text
    .refine((value) => !CONTROL.test(value.replaceAll("\r\n", "\n")), "contains control characters")
    .refine((value) => value.isWellFormed(), "contains broken characters (half of a surrogate pair)");

/** Text of one line: surrounding space removed, inner line breaks refused. */
export const line = (max: number) =>
  clean(z.string())
    .transform((value) => value.trim())
    .pipe(
      z
        .string()
        .min(1, "must not be empty")
        .max(max, `must have at most ${max} characters`)
        .refine((value) => !/[\n\r]/.test(value), "must be on one line"),
    );

/** Text of several lines; line ends become LF. Empty is allowed. */
export const prose = (max: number) =>
  clean(z.string())
    .transform((value) => value.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(max, `must have at most ${max} characters`));

/** Evidence: kept as it is, to the character. */
export const verbatim = (max: number) =>
  z
    .string()
    .min(1, "must not be empty")
    .max(max, `must have at most ${max} characters`)
    .refine((value) => !value.includes("\u0000"), "contains a NUL character")
    .refine((value) => value.isWellFormed(), "contains broken characters (half of a surrogate pair)");

/** An optional line where the empty string and null both mean "none". */
export const optionalLine = (max: number) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? null : value), line(max).nullable());

/** Ids are opaque to callers; ours are UUIDs. */
export const Id = z.guid("is not an id");

export const Version = z.int().min(1);

export const Timestamp = z.iso.datetime({ offset: true });

/** `?limit=1..200&cursor=` of every list. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export type Page<T> = { items: T[]; nextCursor: string | null };
