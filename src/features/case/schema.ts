import { z } from "zod";
import { SubjectType } from "@/features/activity/schema";
import { Id, line, PageQuery, prose, Timestamp, Version } from "@/platform/fields";

const fields = {
  title: line(300),
  description: prose(10_000),
  blind: z.boolean(),
  secondSignature: z.boolean(),
  timeTolerance: z
    .int("is not a whole number of days")
    .min(0, "cannot be less than 0")
    .max(3650, "is more than ten years"),
};

export const OpenCase = z.object({
  title: fields.title,
  description: fields.description.default(""),
  blind: fields.blind.default(false),
  secondSignature: fields.secondSignature.default(false),
  timeTolerance: fields.timeTolerance.default(0),
});

export const ChangeCase = z.object({
  title: fields.title.optional(),
  description: fields.description.optional(),
  blind: fields.blind.optional(),
  secondSignature: fields.secondSignature.optional(),
  timeTolerance: fields.timeTolerance.optional(),
  version: Version.optional(),
});

export const CaseCounts = z.object({ articles: z.int(), claims: z.int(), relations: z.int(), outlets: z.int() });

export const Case = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string(),
    blind: z.boolean(),
    /** A finding is signed by a lead other than its author. */
    secondSignature: z.boolean(),
    /** By how many days the times of two events may lie apart and still be taken for one. */
    timeTolerance: z.int(),
    demo: z.boolean(),
    counts: CaseCounts,
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Case" });
export type Case = z.infer<typeof Case>;

/** A page of a case by the rest of its address: `claims/12`. */
const Place = z
  .string()
  .regex(/^[\w-]*(?:\/[\w-]+){0,4}$/, "is not a page of a case")
  .max(200);

export const MarkPresence = z.object({ tab: Id, place: Place });
export const LeaveCase = z.object({ tab: Id });

/** Who is looking at the case, and where; one place a person. */
export const Present = z
  .object({ user: z.object({ id: Id, name: z.string() }), place: z.string() })
  .meta({ id: "Present" });
export type Present = z.infer<typeof Present>;

export const NoticeKind = z.enum(["mentioned", "answered", "assigned", "ruled", "stale"]).meta({ id: "NoticeKind" });

/** What a person should hear of. */
export const Notice = z
  .object({
    id: Id,
    kind: NoticeKind,
    case: z.object({ id: Id, title: z.string() }),
    /** Who caused it; null for a finding that went stale, which several may have caused. */
    actor: z.object({ id: Id, name: z.string() }).nullable(),
    subject: z.object({ type: SubjectType, id: Id, label: z.string() }),
    read: z.boolean(),
    createdAt: Timestamp,
  })
  .meta({ id: "Notice" });
export type Notice = z.infer<typeof Notice>;

export const ListNotices = PageQuery.extend({ unread: z.stringbool().optional() });
export type ListNotices = z.output<typeof ListNotices>;

/** Some; or all, up to the newest that was seen where that is named: what came since was not read. */
export const ReadNotices = z.object({
  ids: z.array(Id).max(200).optional(),
  upTo: Id.optional(),
  read: z.boolean().default(true),
});
