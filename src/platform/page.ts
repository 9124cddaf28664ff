import { notFound as notFoundPage } from "next/navigation";
import { z } from "zod";
import { AppError } from "./errors";

/** For loaders: what a query does not find is the "not found" page. */
export async function orNotFoundPage<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFoundPage();
    throw error;
  }
}

/** An id out of an address; what cannot be one is the "not found" page. */
export const idFromAddress = (id: string): string => (z.guid().safeParse(id).success ? id : notFoundPage());
