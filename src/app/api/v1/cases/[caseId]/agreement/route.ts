import { measureAgreement } from "@/features/agreement/queries/agreement";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/agreement";

export const GET = endpoint(operations.measureAgreement, (ctx, { params, query }) =>
  measureAgreement(ctx, params.caseId, query),
);
