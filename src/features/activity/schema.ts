import { z } from "zod";
import { Id, PageQuery, Timestamp } from "@/platform/fields";

export const SubjectType = z.enum([
  "team",
  "member",
  "token",
  "invite",
  "case",
  "outlet",
  "article",
  "claim",
  "relation",
  "suspicion",
  "conflict",
  "warning",
  "finding",
  "import",
  "view",
  "round",
  "export",
]);
export type SubjectType = z.infer<typeof SubjectType>;

/** One change. `before` and `after` hold the fields that changed, by their API names. */
export const Activity = z
  .object({
    id: Id,
    seq: z.int(),
    at: Timestamp,
    actor: z.object({ id: Id.nullable(), name: z.string() }),
    via: z.enum(["page", "api", "import", "cli", "system"]),
    verb: z.string(),
    subject: z.object({ type: SubjectType, id: Id, label: z.string() }),
    before: z.json().nullable(),
    after: z.json().nullable(),
    /** True where a blind case keeps what was said here (all of it, or the grades) from who has not judged the same. */
    withheld: z.boolean().optional(),
    hash: z.string(),
  })
  .meta({ id: "Activity" });
export type Activity = z.infer<typeof Activity>;

/** `after` begins behind a sequence number; a cursor goes on from a page. */
export const ListActivity = PageQuery.extend({ after: z.coerce.number().pipe(z.int32().min(0)).optional() });

export const StreamActivity = ListActivity.pick({ after: true }).extend({ with: z.literal("presence").optional() });

/** How many rows of a chain hold, and the first that does not; null where nothing was altered. */
/** How many rows were proven unaltered, and the first that was not. */
export const HistoryCheck = z
  .object({ rows: z.int(), firstAltered: z.object({ seq: z.int(), why: z.string() }).nullable() })
  .meta({ id: "HistoryCheck" });
export type HistoryCheck = z.infer<typeof HistoryCheck>;

/** The history of a case, or the team's own: people, tokens, outlets. */
export const CheckHistory = z.object({ caseId: Id.nullable() });

/** What a live event carries: enough to fetch the rows after the last one seen. */
export const ActivityNotice = z.object({ teamId: Id, scopeId: Id, seq: z.int() });
export type ActivityNotice = z.infer<typeof ActivityNotice>;
