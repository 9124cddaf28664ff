import type { z } from "zod";
import { AppError, type FieldError } from "./errors";

/** Checks an input; throws INVALID with one error per field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const { issues } = result.error;
  if (issues.some(isOversize)) throw new AppError("TOO_LARGE", "A text is larger than is taken here.");
  const errors = issues.flatMap(fieldErrors);
  throw new AppError("INVALID", "Some fields need another look.", { errors });
}

/** An unknown field is named by its own path, as every other fault is. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path.join("."), message: issue.message }];
  return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "is not a field known here" }));
}

const MEGABYTE = 1_000_000;

/** Over a limit of megabytes it is the size of the request that is wrong, not what stands in a field. */
const isOversize = (issue: z.core.$ZodIssue) =>
  issue.code === "too_big" && issue.origin === "string" && Number(issue.maximum) >= MEGABYTE;
