import { z } from "zod";
import { Activity } from "@/features/activity/schema";
import { Id } from "@/platform/fields";

export const WhichChange = z.object({ activityId: Id });
export const WhichCase = z.object({ caseId: Id });

/** The caller's own last change of a case that can be set back; null where there is none. */
export const LastChange = z
  .object({
    change: Activity.nullable(),
    /** Later ones of the caller's that cannot be, since somebody has changed the same after them. */
    passedOver: z.array(z.object({ change: Activity, why: z.string() })),
  })
  .meta({ id: "LastChange" });
export type LastChange = z.infer<typeof LastChange>;
