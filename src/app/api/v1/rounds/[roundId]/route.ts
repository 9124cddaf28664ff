import { getRound } from "@/features/round/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/rounds";

export const GET = endpoint(operations.getRound, (ctx, { params }) => getRound(ctx, params.roundId));
