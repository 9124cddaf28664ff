import { addVersion } from "@/features/claim/commands/add-version";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/articles";
import { sourceOfForm } from "../../../_operations/source-of-form";

export const POST = endpoint(
  operations.addVersion,
  async (ctx, { params, body, file }) => addVersion(ctx, { ...body, ...params, file }),
  { fromForm: sourceOfForm },
);
