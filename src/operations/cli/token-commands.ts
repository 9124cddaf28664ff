import { createToken } from "@/features/team/commands/create-token";
import { CreateToken } from "@/features/team/schema";
import { vouchForMember } from "@/platform/auth/vouch";
import { invalid } from "@/platform/errors";
import { parseInput } from "@/platform/parse-input";
import { type Command, requiredText, text } from "./command";

export const tokenCreate: Command = {
  name: "token create",
  usage: "--email E [--team T] [--name N] [--scope read|write] [--expires 90d]",
  summary: "Makes an API token that acts for this account, for 90 days unless told otherwise. Prints the token.",
  options: {
    email: { type: "string" },
    team: { type: "string" },
    name: { type: "string" },
    scope: { type: "string" },
    expires: { type: "string" },
  },
  required: ["email"],
  run: async (given) => {
    const expiresInDays = readDays(text(given, "expires") ?? "90d");
    const input = parseInput(CreateToken, {
      name: text(given, "name") ?? "Command line",
      scope: text(given, "scope"),
      expiresInDays,
    });
    const ctx = await vouchForMember(requiredText(given, "email"), text(given, "team"), "cli");
    const token = await createToken(ctx, input);
    return { text: token.secret, json: token };
  },
};

const DAYS: Record<string, number> = { d: 1, w: 7, m: 30, y: 365 };

/** `90d`, `12w`, `6m`, `1y`; `never` for a token that does not end. */
export function readDays(given: string): number | null {
  if (given === "never") return null;
  const [, count, unit] = /^(\d{1,5})([dwmy])$/.exec(given) ?? [];
  const days = Number(count) * (DAYS[unit ?? ""] ?? Number.NaN);
  if (!(days >= 1 && days <= 3650))
    throw invalid("expires", "takes a time such as 90d, 12w, 6m or 1y, at most ten years; or never");
  return days;
}
