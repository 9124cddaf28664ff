import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Operation } from "@/platform/http/operation";
import { openApiDocument } from "./document";

const root = fileURLToPath(new URL("..", import.meta.url));
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

type Found = { address: string; operation: Operation | undefined };

/** Every method of every route file, as `get /cases/{caseId}`. */
async function findRoutes(): Promise<Found[]> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts" && !file.includes("[...rest]"))
    .sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, { operation?: Operation }> = await import(path.join(root, file));
      const address = `/${path
        .dirname(file)
        .replaceAll(path.sep, "/")
        .replace(/\[(\w+)\]/g, "{$1}")}`;
      return METHODS.filter((method) => method in exported).map((method) => ({
        address: `${method.toLowerCase()} ${address}`,
        operation: exported[method]?.operation,
      }));
    }),
  );
  return found.flat();
}

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;

function* refsIn(node: Json | undefined): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "$ref" && typeof value === "string") yield value;
    else yield* refsIn(value);
  }
}

function follow(document: Json, ref: string): Json | undefined {
  let at: Json | undefined = document;
  for (const step of ref.replace(/^#\//, "").split("/")) {
    at = typeof at === "object" && at !== null && !Array.isArray(at) ? at[step] : undefined;
  }
  return at;
}

describe("the OpenAPI document", () => {
  let routes: Found[];
  let document: { [key: string]: Json };
  let documented: string[];

  beforeAll(async () => {
    routes = await findRoutes();
    document = JSON.parse(JSON.stringify(openApiDocument()));
    const paths = document.paths as Record<string, Record<string, Json>>;
    documented = Object.entries(paths).flatMap(([at, methods]) =>
      Object.keys(methods).map((method) => `${method} ${at}`),
    );
  }, 60_000);

  test("has an operation for each route, and a route for each operation", () => {
    expect(documented.sort()).toEqual(routes.map(({ address }) => address).sort());
  });

  test("names each route by the operation that the route enforces", () => {
    for (const { address, operation } of routes) {
      expect(`${operation?.method} ${operation?.path}`).toBe(address);
    }
  });

  test("gives each operation a name of its own", () => {
    const names = routes.map(({ operation }) => operation?.id);
    expect(new Set(names).size).toBe(names.length);
  });

  test("refers to nothing that it does not hold", () => {
    for (const ref of refsIn(document)) {
      expect(ref).toMatch(/^#\//);
      expect(follow(document, ref), ref).toBeDefined();
    }
  });

  test("tells what callers send from what they get", () => {
    const post = follow(document, "#/paths/~1cases/post") ?? (document.paths as Record<string, Json>)["/cases"];
    expect(JSON.stringify(post)).toContain('"title"');
    const schemas = (document.components as Record<string, Record<string, Json>>).schemas ?? {};
    expect(schemas.Claim).toMatchObject({ required: expect.arrayContaining(["id", "number", "claim", "version"]) });
    expect(schemas.VagueDate).toBeDefined();
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(["Case", "Article", "Outlet", "Relation", "Activity"]));
  });
});
