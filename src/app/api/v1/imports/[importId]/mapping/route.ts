import { mapImport } from "@/features/sheet/commands/change-import";
import { getImportMapping } from "@/features/sheet/queries/get-import-mapping";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/sheet";

export const GET = endpoint(operations.getImportMapping, (ctx, { params }) => getImportMapping(ctx, params.importId));

export const PUT = endpoint(operations.mapImport, (ctx, { params, body: { version, ...mapping } }) =>
  mapImport(ctx, { ...params, version, mapping }),
);
