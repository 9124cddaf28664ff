import type { ParseArgsConfig } from "node:util";

/** What a command is given: its arguments, read and counted, and where it may write. */
export type Given = {
  options: Record<string, string | boolean | undefined>;
  positionals: string[];
  /** A file's path as the caller meant it, whatever folder npm runs in. */
  resolvePath: (file: string) => string;
  /** All of standard input, as text. */
  readInput: () => Promise<string>;
  /** A line for the person at the terminal, on standard error. */
  note: (line: string) => void;
  /** The open database; `prisma()` and `pool()` lead to the same one. */
  database: { url: string; directUrl: string; embedded: boolean };
};

/**
 * What a command did: `text` for people and pipes, `json` for `--json`. `failed` makes the exit code 1 and the text an
 * error; `incomplete` makes the exit code 1 too, but the text is the result of what could be done.
 */
export type Result = { text: string; json: unknown; failed?: boolean; incomplete?: boolean };

export type Command = {
  /** As it is typed: `user create`. */
  name: string;
  /** What follows the name in the usage line. */
  usage: string;
  summary: string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** Options that must be given. */
  required?: string[];
  /** Names of the arguments that stand without a dash. */
  positionals?: string[];
  run: (given: Given) => Promise<Result>;
};

/** An option that takes text, as the text it was given. */
export const text = (given: Given, option: string): string | undefined => {
  const value = given.options[option];
  return typeof value === "string" ? value : undefined;
};

/** The same for a required one. */
export const requiredText = (given: Given, option: string): string => text(given, option) ?? "";
