import { addVersion } from "@/features/claim/commands/add-version";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/articles";

export const POST = endpoint(operations.addVersion, (ctx, { params, body, file }) =>
  addVersion(ctx, { ...body, ...params, file }),
);
