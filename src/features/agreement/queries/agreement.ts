import { getCase } from "@/features/case/queries";
import type { Ctx } from "@/platform/context";
import { agreementOf } from "../rules/agreement-of";
import { oneKind, SCALES } from "../rules/scales";
import { unitsOf } from "../rules/units-of";
import type { Agreement, AgreementFilter, AgreementOfCase, Compared } from "../schema";
import { countWithheld, readRatings } from "./rated-units";

/** How far the people of a case agree, in what they said without knowing what the others say. */
export async function measureAgreement(ctx: Ctx, caseId: string, filter: AgreementFilter): Promise<AgreementOfCase> {
  const { blind } = await getCase(ctx, caseId);
  const scope = { caseId, blind };
  const measure = async (of: Compared): Promise<Agreement> => {
    const kind = of === "relations" ? filter.kind : undefined;
    const rows = await readRatings(ctx, scope, of, filter);
    return agreementOf(unitsOf(rows, of, kind), kind ? oneKind(kind) : SCALES[of]);
  };
  return {
    relations: await measure("relations"),
    reliability: await measure("reliability"),
    credibility: await measure("credibility"),
    confidence: await measure("confidence"),
    withheld: await countWithheld(ctx, scope),
  };
}
