import { restoreFinding } from "@/features/conflict/commands/restore-finding";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../../../_operations/conflicts";

export const POST = endpoint(operations.restoreFinding, (ctx, { params }) => restoreFinding(ctx, params));
