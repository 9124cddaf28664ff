import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { getRound, listRounds } from "./queries";

export const loadRounds = cache(async (team: string, caseId: string) =>
  orNotFoundPage(listRounds(await pageCtx(team), idFromAddress(caseId))),
);

export const loadRound = cache(async (team: string, roundId: string) =>
  orNotFoundPage(getRound(await pageCtx(team), idFromAddress(roundId))),
);
