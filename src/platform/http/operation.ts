import { z } from "zod";
import { notFound } from "../errors";
import { Id } from "../fields";

export type Method = "get" | "post" | "put" | "patch" | "delete";

type Name<Path extends string> = Path extends `${string}{${infer Param}}${infer Rest}` ? Param | Name<Rest> : never;

/** What stands in braces in a path; `number` is a claim's, everything else an id. */
export type Params<Path extends string> = { [K in Name<Path>]: K extends "number" ? number : string };

export type Schema = z.ZodObject;

/** One operation of the API: what the documentation says and what the endpoint enforces are this one object. */
export type Operation<
  Path extends string = string,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Answer extends z.ZodType = z.ZodType,
> = {
  id: string;
  tag: string;
  method: Method;
  path: Path;
  summary: string;
  description?: string;
  query?: Query;
  body?: Body;
  /** The largest body in bytes, where a megabyte is too little. */
  maxBytes?: number;
  /** What a multipart form says beside its file, where one is taken instead of the JSON body. */
  form?: Schema;
  /** Bodies other than JSON, by media type. */
  alsoTakes?: Record<string, z.ZodType>;
  answer?: Answer;
  /** What is answered instead of JSON, by media type. */
  streams?: string[];
  /** 200 unless said otherwise. */
  status?: 200 | 201 | 202;
  /** Where what was made can be read, under the API's root. */
  location?: (answer: z.output<Answer>) => string;
  /** Needs no token. */
  open?: boolean;
};

const Empty = z.object({});
type None = typeof Empty;

/** Declares an operation; the type arguments follow from the values. */
export const operation = <
  const Path extends string,
  Query extends Schema = None,
  Body extends Schema = None,
  Answer extends z.ZodType = z.ZodNull,
>(
  declared: Operation<Path, Query, Body, Answer>,
): Operation<Path, Query, Body, Answer> => declared;

/** A claim's number in an address: `12`, or `C-12` as people write it. */
export const ClaimNumber = z
  .string()
  .regex(/^(?:C-)?[1-9]\d{0,8}$/i)
  .transform((text) => Number(text.replace(/^C-/i, "")));

export const paramSchema = (name: string) => (name === "number" ? ClaimNumber : Id);

export const paramNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");

/** An id that is none names nothing: the answer is the same as for one that does not exist. */
export function readParams<Path extends string>(path: Path, given: Record<string, unknown>): Params<Path> {
  const entries = paramNames(path).map((name) => {
    const result = paramSchema(name).safeParse(given[name]);
    if (!result.success) throw notFound(name.replace(/Id$/, "") || "object");
    return [name, result.data];
  });
  return Object.fromEntries(entries) as Params<Path>;
}
