import type { ImportError } from "../schema";

/** A file that cannot be read as a sheet: nothing of it is imported. */
export class UnreadableSheet extends Error {
  readonly errors: ImportError[];

  constructor(errors: ImportError[]) {
    super(errors[0]?.message ?? "The file cannot be read.");
    this.name = "UnreadableSheet";
    this.errors = errors;
  }
}

export const unreadable = (message: string, row = 0, column = "") => new UnreadableSheet([{ row, column, message }]);
