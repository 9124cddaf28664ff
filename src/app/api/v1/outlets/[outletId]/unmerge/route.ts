import { unmergeOutlet } from "@/features/outlet/commands/unmerge-outlet";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/outlets";

export const POST = endpoint(operations.unmergeOutlet, (ctx, { params }) => unmergeOutlet(ctx, params));
