import { closeRound } from "@/features/round/commands/close-round";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/rounds";

export const POST = endpoint(operations.closeRound, (ctx, { params }) => closeRound(ctx, params));
