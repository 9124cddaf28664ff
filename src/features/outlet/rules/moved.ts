import { z } from "zod";
import { Id } from "@/platform/fields";

/** An outlet at the other end of a carrier's row; `had` where the outlet merged into had the same row already. */
const Neighbour = z.object({ id: Id, had: z.boolean() });

/** What a merge moved from one outlet to another, and so what an undo may move back. */
export const Moved = z.object({
  /** Keys of names. */
  names: z.array(z.string()),
  domains: z.array(z.string()),
  articles: z.array(Id),
  /** Steps of attributions: claim and position. */
  steps: z.array(z.tuple([Id, z.int()])),
  carriers: z.array(Neighbour),
  carries: z.array(Neighbour),
  /** The row of the history by which an outlet without a grade took the other's over. */
  grade: Id.nullable(),
});
export type Moved = z.infer<typeof Moved>;
