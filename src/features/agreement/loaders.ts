import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { measureAgreement } from "./queries/agreement";
import { breakDownAgreement } from "./queries/breakdown";
import { listUnits } from "./queries/list-units";
import type { AgreementFilter, ListUnits } from "./schema";

export const loadAgreement = async (team: string, caseId: string, filter: AgreementFilter) =>
  orNotFoundPage(measureAgreement(await pageCtx(team), idFromAddress(caseId), filter));

export const loadBreakdown = cache(async (team: string, caseId: string) =>
  orNotFoundPage(breakDownAgreement(await pageCtx(team), idFromAddress(caseId))),
);

export const loadUnits = async (team: string, caseId: string, list: ListUnits) =>
  orNotFoundPage(listUnits(await pageCtx(team), idFromAddress(caseId), list));
