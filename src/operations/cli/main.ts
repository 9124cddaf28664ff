import path from "node:path";
import { parseArgs } from "node:util";
import { disconnect } from "@/platform/db/client";
import { AppError } from "@/platform/errors";
import { Stop } from "../stop.mjs";
import type { Command, Given, Result } from "./command";
import { commands } from "./commands";
import { usageOf, usageOfAll } from "./usage";

type Database = Given["database"] & { close: () => Promise<void> };

/** Reads the arguments before it opens anything: a slip in them must not start a database. Returns the exit code. */
export async function main(argv: string[], openDatabase: () => Promise<Database>): Promise<number> {
  const command = commands.find(({ name }) => name.split(" ").every((word, index) => argv[index] === word));
  if (!command) return helpOrRefuse(argv);
  const given = readArguments(command, argv.slice(command.name.split(" ").length));
  if (given === "help") return print(usageOf(command));
  const database = await openDatabase();
  process.env.DATABASE_URL = database.url;
  process.env.DATABASE_DIRECT_URL = database.directUrl;
  try {
    const result = await command.run({ ...given, ...terminal, database });
    return conclude(result, given.options.json === true);
  } catch (error) {
    throw error instanceof AppError ? new Stop(sentence(error)) : error;
  } finally {
    await disconnect();
    await database.close();
  }
}

function helpOrRefuse(argv: string[]): number {
  const asked = argv.length === 0 || argv.some((word) => ["--help", "-h", "help"].includes(word));
  if (asked) return print(usageOfAll(commands));
  throw new Stop(`There is no command "${argv.slice(0, 2).join(" ")}".\n\n${usageOfAll(commands)}`);
}

function readArguments(command: Command, args: string[]): Pick<Given, "options" | "positionals"> | "help" {
  const own = { help: { type: "boolean", short: "h" }, json: { type: "boolean" } } as const;
  const { values, positionals } = parsed(command, args, { ...own, ...command.options });
  if (values.help) return "help";
  const missing = (command.required ?? []).find((option) => !values[option]);
  if (missing) throw refused(command, `--${missing} is missing.`);
  const wanted = command.positionals ?? [];
  if (positionals.length < wanted.length) throw refused(command, `${wanted[positionals.length]} is missing.`);
  if (positionals.length > wanted.length)
    throw refused(command, `"${positionals[wanted.length]}" is one argument too many.`);
  return { options: values as Given["options"], positionals };
}

function parsed(command: Command, args: string[], options: Command["options"]) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw refused(command, error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error));
  }
}

const refused = (command: Command, why: string) => new Stop(`${why}\n\n${usageOf(command)}`);

const terminal = {
  // npm runs scripts in the project's folder and says here where it was called.
  resolvePath: (file: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file),
  readInput: async () => {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(part as Buffer);
    return Buffer.concat(parts).toString("utf8");
  },
  note: (line: string) => {
    process.stderr.write(`${line}\n`);
  },
};

function conclude({ text, json, failed, incomplete }: Result, asJson: boolean): number {
  if (asJson && json !== undefined) print(JSON.stringify(json, null, 2));
  else if (text !== "") (failed ? terminal.note : print)(text);
  return failed || incomplete ? 1 : 0;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** What a person did wrong, field by field, in the words of the command line. */
function sentence({ message, errors }: AppError): string {
  if (errors.length === 0) return message;
  return errors
    .map(({ path, message }) => (/^[A-Z]/.test(message) ? message : `${path || "The input"} ${message}.`))
    .join("\n");
}
