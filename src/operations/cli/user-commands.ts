import { createUser } from "@/features/team/commands/create-user";
import { disconnectAll } from "@/features/team/commands/disconnect-identity";
import { resetSecondFactor } from "@/features/team/commands/end-second-factor";
import { CreateUser } from "@/features/team/schema";
import { prisma } from "@/platform/db/client";
import { parseInput } from "@/platform/parse-input";
import { type Command, type Given, text } from "./command";

export const userCreate: Command = {
  name: "user create",
  usage: "--email E --name N [--team T] [--role owner|lead|analyst|viewer] [--password-stdin]",
  summary: "Makes an account, and the team where there is none of that name. Prints a one-time password.",
  options: {
    email: { type: "string" },
    name: { type: "string" },
    team: { type: "string" },
    role: { type: "string" },
    "password-stdin": { type: "boolean" },
  },
  required: ["email", "name"],
  run: async (given) => {
    const input = parseInput(CreateUser, {
      email: text(given, "email"),
      name: text(given, "name"),
      team: text(given, "team"),
      role: text(given, "role"),
      password: given.options["password-stdin"] ? await passwordOf(given) : undefined,
    });
    const { ctx, email, team, password } = await createUser(input);
    given.note(`${email} is ${ctx.actor.role} of the team ${team.name} (${team.slug}).`);
    const json = { id: ctx.actor.userId, email, team, role: ctx.actor.role, password };
    return { text: password ?? "", json };
  },
};

/** The line that a pipe brings, without its end. */
const passwordOf = async (given: Given) => (await given.readInput()).replace(/\r?\n$/, "");

export const userList: Command = {
  name: "user list",
  usage: "[--json]",
  summary: "Lists the accounts with their teams and roles.",
  options: {},
  run: async () => {
    const users = await prisma().user.findMany({
      select: {
        id: true,
        email: true,
        name: true,
        memberships: { select: { role: true, team: { select: { slug: true, name: true } } } },
      },
      orderBy: { email: "asc" },
    });
    const lines = users.map(({ email, name, memberships }) =>
      [email, name, memberships.map(({ role, team }) => `${team.slug}:${role}`).join(",")].join("\t"),
    );
    return { text: lines.join("\n"), json: users };
  },
};

export const userResetSecondFactor: Command = {
  name: "user reset-second-factor",
  usage: "--email E",
  summary: "For who lost their authenticator and recovery codes: they sign in by password alone again.",
  options: { email: { type: "string" } },
  required: ["email"],
  run: async (given) => {
    const email = text(given, "email") ?? "";
    const { had } = await resetSecondFactor(email, "cli");
    return { text: had ? `${email} has no second factor any more.` : `${email} had none.`, json: { email, had } };
  },
};

export const userDisconnect: Command = {
  name: "user disconnect",
  usage: "--email E",
  summary: "Forgets whom identity providers know this person as. The next one with this verified address is connected.",
  options: { email: { type: "string" } },
  required: ["email"],
  run: async (given) => {
    const email = text(given, "email") ?? "";
    const { ended } = await disconnectAll(email, "cli");
    return { text: `${ended} disconnected.`, json: { email, ended } };
  },
};
