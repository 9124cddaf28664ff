import { listUnits } from "@/features/agreement/queries/list-units";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/agreement";

export const GET = endpoint(operations.listAgreementUnits, (ctx, { params, query }) =>
  listUnits(ctx, params.caseId, query),
);
