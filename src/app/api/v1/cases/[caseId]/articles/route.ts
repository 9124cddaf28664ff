import { addArticle } from "@/features/article/commands/add-article";
import { listArticles } from "@/features/article/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/articles";

export const GET = endpoint(operations.listArticles, (ctx, { params, query }) =>
  listArticles(ctx, params.caseId, query),
);

export const POST = endpoint(operations.addArticle, (ctx, { params, body, file }) =>
  addArticle(ctx, { ...body, ...params, file }),
);
