import { undismissWarning } from "@/features/conflict/commands/undismiss-warning";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../../_operations/warnings";

export const DELETE = endpoint(operations.undismissWarning, (ctx, { params }) => undismissWarning(ctx, params));
