import { startIntake } from "@/features/article/commands/start-intake";
import { listIntakes } from "@/features/article/queries/intakes";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/intakes";

export const GET = endpoint(operations.listIntakes, async (ctx, { params, query }) => ({
  items: await listIntakes(ctx, params.caseId, query.article),
  nextCursor: null,
}));

export const POST = endpoint(operations.startIntake, (ctx, { params, body, file }) =>
  startIntake(ctx, file ? { ...params, articleId: body.articleId, file } : { ...params, ...body }),
);
