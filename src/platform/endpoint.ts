import type { z } from "zod";
import type { Ctx } from "./context";
import { invalid } from "./errors";
import { type Answer, answerOnce, hashRequest, idempotencyKey, isAnswered } from "./http/answer-once";
import { type FormFile, isForm, readForm, readJson, readUpload, splitForm } from "./http/body";
import { type Caller, findCaller } from "./http/caller";
import { type Operation, type Params, readParams, type Schema } from "./http/operation";
import { problemResponse } from "./http/problem";
import { parseInput } from "./parse-input";

const MEGABYTE = 1_000_000;
const ROOT = "/api/v1";

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** What a route file exports; the operation hangs on it, so that a test can hold the documentation against the tree. */
export type Route = ((request: Request, route: RouteContext) => Promise<Response>) & { operation: Operation };

export type Call<Path extends string, Query extends Schema, Body extends Schema> = {
  params: Params<Path>;
  query: z.output<Query>;
  body: z.output<Body>;
  /** From `If-Match` or the body: the version that the caller has seen. */
  version: number | undefined;
  /** The file of an upload or a multipart form. */
  file: FormFile | undefined;
  /** What stands beside the file in the form of an upload. */
  fields: Record<string, string>;
};

type Options<Path extends string, Query extends Schema, Body extends Schema, Prepared> = {
  /**
   * What takes long and needs no transaction (fetching a page, reading a document), done before the work that an
   * `Idempotency-Key` keeps together; not again for a key that was answered.
   */
  prepare?: (ctx: Ctx, call: Call<Path, Query, Body>) => Promise<Prepared>;
  /** Takes a file instead of JSON: of a form, or as the body itself. */
  upload?: boolean;
};

type Given = { body: unknown; file: FormFile | undefined; fields?: Record<string, string> };
const NOTHING: Given = { body: undefined, file: undefined };

/** JSON in, JSON out: a thin coat over one command or query, which checks every permission itself. */
export function endpoint<
  Path extends string,
  Query extends Schema,
  Body extends Schema,
  Out extends z.ZodType,
  Prepared = undefined,
>(
  operation: Operation<Path, Query, Body, Out>,
  handler: (ctx: Ctx, call: Call<Path, Query, Body>, prepared: Prepared | undefined) => Promise<z.output<Out>>,
  options: Options<Path, Query, Body, Prepared> = {},
): Route {
  return route(operation, async (request, given) => {
    const { ctx } = await findCaller(request);
    const sent = await readSent(request, operation, options);
    const call = readCall(operation, request, given, sent);
    const status = operation.status ?? 200;
    const work = async (ctx: Ctx, prepared?: Prepared): Promise<Answer> => {
      return { status, body: (await handler(ctx, call, prepared)) ?? null };
    };
    const prepare = () => options.prepare?.(ctx, call);
    const key = request.method === "POST" ? idempotencyKey(request) : null;
    if (key === null) return respond(operation, await work(ctx, await prepare()));
    const hash = hashRequest(request, { ...sent, body: sent.body ?? sent.fields });
    const prepared = options.prepare && (await isAnswered(ctx, key)) ? undefined : await prepare();
    const answer = await answerOnce(ctx, key, hash, (ctx) => work(ctx, prepared));
    return respond(operation, answer, answer.replayed ? { "Idempotent-Replayed": "true" } : {});
  });
}

/** For downloads, uploads and event streams: the same callers, parameters and errors, but the answer is made by hand. */
export function rawEndpoint<Path extends string, Query extends Schema, Body extends Schema, Out extends z.ZodType>(
  operation: Operation<Path, Query, Body, Out>,
  handler: (caller: Caller, call: Call<Path, Query, Schema>, request: Request) => Promise<Response>,
): Route {
  return route(operation, async (request, given) => {
    const caller = await findCaller(request);
    return handler(caller, readCall({ ...operation, body: undefined }, request, given, NOTHING), request);
  });
}

/** For what needs no token. */
export function openEndpoint(operation: Operation, handler: (request: Request) => Promise<Response>): Route {
  return route(operation, handler);
}

/** An answer of the API: with its version as ETag, and where what was made stands. */
export function respond<Out extends z.ZodType>(
  operation: Pick<Operation<string, Schema, Schema, Out>, "location">,
  { status, body }: Answer,
  more: Record<string, string> = {},
): Response {
  const headers = new Headers({ "Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff", ...more });
  const version = typeof body === "object" && body !== null && "version" in body ? body.version : undefined;
  if (typeof version === "number") headers.set("ETag", `"${version}"`);
  if (operation.location) headers.set("Location", ROOT + operation.location(body as z.output<Out>));
  return Response.json(body, { status, headers });
}

function route(
  operation: Operation<string, Schema, Schema, z.ZodType>,
  answer: (request: Request, params: Record<string, unknown>) => Promise<Response>,
): Route {
  const handle = async (request: Request, { params }: RouteContext) => {
    try {
      return await answer(request, await params);
    } catch (error) {
      return problemResponse(error);
    }
  };
  return Object.assign(handle, { operation });
}

type Any<Path extends string, Query extends Schema, Body extends Schema> = Pick<
  Operation<Path, Query, Body>,
  "path" | "query" | "body" | "form"
>;

const stricts = new WeakMap<Schema, Schema>();

/** A field or filter that is not known is refused: a slip in its name must not quietly change nothing. */
function strict(schema: Schema): Schema {
  const made = stricts.get(schema) ?? schema.strict();
  stricts.set(schema, made);
  return made;
}

function readCall<Path extends string, Query extends Schema, Body extends Schema>(
  operation: Any<Path, Query, Body>,
  request: Request,
  given: Record<string, unknown>,
  sent: Given,
): Call<Path, Query, Body> {
  const params = readParams(operation.path, given);
  const query = readQuery(operation.query, request);
  const version = readIfMatch(request);
  const schema = sent.file && operation.form ? operation.form : operation.body;
  const body = schema ? parseInput(strict(schema), withVersion(schema, sent.body, version)) : {};
  const { file, fields = {} } = sent;
  return { params, query, body: body as z.output<Body>, version: versionOf(body) ?? version, file, fields };
}

function readQuery<Query extends Schema>(schema: Query | undefined, request: Request): z.output<Query> {
  const given: Record<string, string> = {};
  // A filter given twice means both values, as a comma does.
  for (const [name, value] of new URL(request.url).searchParams) {
    if (value.includes("\u0000")) throw invalid(name, "contains a NUL character");
    given[name] = name in given ? `${given[name]},${value}` : value;
  }
  // The browser's session says here which team it means; no operation has a filter of this name.
  delete given.team;
  return (schema ? parseInput(strict(schema), given) : {}) as z.output<Query>;
}

async function readSent(
  request: Request,
  { body, form, maxBytes = MEGABYTE }: Pick<Operation, "body" | "form" | "maxBytes">,
  { upload }: { upload?: boolean },
): Promise<Given> {
  if (upload) {
    const { file, fields } = await readUpload(request, maxBytes);
    return { body: undefined, file, fields };
  }
  if (!body) return NOTHING;
  if (!form || !isForm(request)) return { body: await readJson(request, maxBytes), file: undefined };
  const { fields, file } = await splitForm(await readForm(request, maxBytes));
  return { body: fields, file };
}

function readIfMatch(request: Request): number | undefined {
  const given = request.headers.get("if-match")?.trim();
  if (given === undefined || given === "*") return undefined;
  const version = /^(?:W\/)?"?([1-9]\d{0,8})"?$/.exec(given)?.[1];
  if (version === undefined) throw invalid("If-Match", 'is not a version, such as "3"');
  return Number(version);
}

/** `If-Match` counts as the body's version; where both are given they have to agree. */
function withVersion(schema: Schema, raw: unknown, version: number | undefined): unknown {
  if (version === undefined || !("version" in schema.shape)) return raw;
  if (typeof raw !== "object" || raw === null) return raw;
  const given = versionOf(raw);
  if (given !== undefined && given !== version) throw invalid("version", "differs from If-Match");
  return { ...raw, version };
}

const versionOf = (body: unknown): number | undefined =>
  typeof body === "object" && body !== null && "version" in body && typeof body.version === "number"
    ? body.version
    : undefined;
