import { outletTrackRecord } from "@/features/conflict/queries/track-record";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/outlets";

export const GET = endpoint(operations.getTrackRecord, (ctx, { params }) => outletTrackRecord(ctx, params.outletId));
