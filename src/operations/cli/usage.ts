import type { Command } from "./command";

const call = ({ name, usage }: Command) => `${name} ${usage}`.trim();

export const usageOf = (command: Command): string =>
  [`npm run -s cli -- ${call(command)}`, "", `  ${command.summary}`].join("\n");

export function usageOfAll(commands: Command[]): string {
  const lines = commands.flatMap((command) => [`  ${call(command)}`, `      ${command.summary}`]);
  return [
    "npm run -s cli -- <command>",
    "",
    ...lines,
    "",
    "Each prints its result alone on standard output; --json prints it as JSON, --help tells about one command.",
    "The database is that of DATABASE_URL, else the embedded one, whether or not the server runs.",
  ].join("\n");
}
