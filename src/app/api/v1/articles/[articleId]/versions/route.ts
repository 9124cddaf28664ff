import type { ReadSource } from "@/features/article/commands/open-source";
import { prepareSource } from "@/features/article/commands/prepare-source";
import { addVersion } from "@/features/claim/commands/add-version";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/articles";

export const POST = endpoint(
  operations.addVersion,
  (ctx, { params, body, file }, read: ReadSource | undefined) => addVersion(ctx, { ...body, ...params, file, read }),
  { prepare: (ctx, { body, file }) => prepareSource(ctx, { ...body, file }) },
);
