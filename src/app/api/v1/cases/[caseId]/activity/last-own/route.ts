import { findLastChange } from "@/features/undo/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/activity";

export const GET = endpoint(operations.findLastChange, (ctx, { params }) => findLastChange(ctx, params.caseId));
