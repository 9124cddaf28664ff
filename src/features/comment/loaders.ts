import { pageCtx } from "@/platform/auth/session";
import { idFromAddress } from "@/platform/page";
import { commentsOn, type Subjects } from "./queries";

/** What was said of a thing, or of any of a conflict's claims. */
export const loadComments = async (team: string, caseId: string, on: Subjects) =>
  commentsOn(await pageCtx(team), idFromAddress(caseId), on);
