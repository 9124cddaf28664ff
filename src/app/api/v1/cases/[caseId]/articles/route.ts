import { addArticle } from "@/features/article/commands/add-article";
import type { ReadSource } from "@/features/article/commands/open-source";
import { prepareSource } from "@/features/article/commands/prepare-source";
import { listArticles } from "@/features/article/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/articles";

export const GET = endpoint(operations.listArticles, (ctx, { params, query }) =>
  listArticles(ctx, params.caseId, query),
);

export const POST = endpoint(
  operations.addArticle,
  (ctx, { params, body, file }, read: ReadSource | undefined) => addArticle(ctx, { ...body, ...params, file, read }),
  { prepare: (ctx, { body, file }) => prepareSource(ctx, { ...body, file }) },
);
