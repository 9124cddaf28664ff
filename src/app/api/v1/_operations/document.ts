import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { type Operation, paramNames, paramSchema } from "@/platform/http/operation";
import { operations } from "./all";

const FieldError = z.object({ path: z.string(), message: z.string() });

const Problem = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    errors: z.array(FieldError).optional().meta({ description: "With 422: what is wrong, field by field" }),
    current: z.json().optional().meta({ description: "With 409: the present state" }),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

const PROBLEMS = {
  400: "The body cannot be read",
  401: "No valid token",
  403: "The role does not allow it",
  404: "Not there, or not this team's",
  409: "The version is stale",
  413: "Over a size limit",
  422: "Fields are wrong",
  429: "Too many requests; see Retry-After",
} as const;
type ProblemStatus = keyof typeof PROBLEMS;

const problem = (status: ProblemStatus) => ({
  description: PROBLEMS[status],
  content: { "application/problem+json": { schema: Problem } },
});

/** OpenAPI 3.1, made of the same operations and schemas that the endpoints enforce. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: documentOf(operation) };
  }
  return createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Crossbearing",
        version: "1",
        description:
          "Claims, pinned to the words they rest on. Lists page by `cursor`; objects carry a `version`, which `If-Match` " +
          "or the body may name; a POST with an `Idempotency-Key` is done once.",
      },
      servers: [{ url: "/api/v1" }],
      tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
      security: [{ token: [] }],
      paths,
      components: {
        securitySchemes: { token: { type: "http", scheme: "bearer", description: "Made on the settings page" } },
      },
    },
    { allowEmptySchema: { transform: { input: true }, custom: true } },
  );
}

const FILE = z.string().meta({ format: "binary" });

function documentOf(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, description, query, body, form, alsoTakes, open, method } = operation;
  const names = paramNames(operation.path);
  const content = {
    ...(body && { "application/json": { schema: body } }),
    ...(form && { "multipart/form-data": { schema: form.extend({ file: FILE }) } }),
    ...Object.fromEntries(Object.entries(alsoTakes ?? {}).map(([type, schema]) => [type, { schema }])),
  };
  const headers = {
    ...(method === "post" && { "Idempotency-Key": z.string().max(200).optional() }),
    ...(takesVersion(operation) && { "If-Match": z.string().optional() }),
  };
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(open && { security: [] }),
    requestParams: {
      ...(names.length > 0 && { path: z.object(Object.fromEntries(names.map((name) => [name, paramSchema(name)]))) }),
      ...(query && { query }),
      ...(Object.keys(headers).length > 0 && { header: z.object(headers) }),
    },
    ...(Object.keys(content).length > 0 && { requestBody: { required: true, content } }),
    responses: describeAnswers(operation),
  };
}

function describeAnswers(operation: Operation): ZodOpenApiResponsesObject {
  const { status = 200, answer, streams, summary } = operation;
  const content = streams
    ? Object.fromEntries(streams.map((type) => [type, { schema: { type: "string" as const } }]))
    : { "application/json": { schema: answer ?? z.null() } };
  const problems = problemsOf(operation).map((each) => [String(each), problem(each)]);
  return { [`${status}`]: { description: summary, content }, ...Object.fromEntries(problems) };
}

function problemsOf({ open, path, method, query, body, alsoTakes, ...rest }: Operation): ProblemStatus[] {
  if (open) return [];
  const writes = method !== "get";
  const takesBody = body !== undefined || alsoTakes !== undefined;
  return [
    ...(takesBody ? ([400] as const) : []),
    401,
    ...(writes ? ([403] as const) : []),
    ...(path.includes("{") ? ([404] as const) : []),
    ...(takesVersion({ method, body, ...rest }) ? ([409] as const) : []),
    ...(takesBody ? ([413] as const) : []),
    ...(query || takesBody || method === "post" ? ([422] as const) : []),
    429,
  ];
}

/** Deleting takes the version by `If-Match` only; a new object has none yet. */
const takesVersion = ({ method, body }: Pick<Operation, "method" | "body">) =>
  method === "delete" || (body !== undefined && "version" in body.shape);
