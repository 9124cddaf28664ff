import { changeArticle } from "@/features/article/commands/change-article";
import { getArticle } from "@/features/article/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/articles";

export const GET = endpoint(operations.getArticle, (ctx, { params }) => getArticle(ctx, params.articleId));

export const PATCH = endpoint(operations.changeArticle, (ctx, { params, body }) =>
  changeArticle(ctx, { ...body, ...params }),
);
