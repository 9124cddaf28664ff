import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openCase } from "@/features/case/commands/open-case";
import { tokenCtx } from "@/platform/auth/tokens";
import { vouchForMember } from "@/platform/auth/vouch";
import { prisma } from "@/platform/db/client";
import { testDatabase } from "@/testing/database";
import { main } from "./main";

const { url } = testDatabase();

let out = "";
let err = "";
const openDatabase = vi.fn(async () => ({ url: url(), directUrl: url(), embedded: false, close: async () => {} }));

beforeEach(() => {
  out = "";
  err = "";
  openDatabase.mockClear();
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += text;
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const run = (...argv: string[]) => main(argv, openDatabase);

describe("arguments", () => {
  test("that are wrong are refused before a database is opened, with the usage", async () => {
    await expect(run("user", "create", "--email", "a@example.org")).rejects.toThrow(
      /--name is missing[\s\S]*user create/,
    );
    await expect(run("user", "create", "--colour", "red")).rejects.toThrow(/colour/);
    await expect(run("history", "verify", "--case", "x", "more")).rejects.toThrow(/too many/);
    await expect(run("make", "tea")).rejects.toThrow(/no command "make tea"/);
    expect(openDatabase).not.toHaveBeenCalled();
  });

  test("help is printed", async () => {
    expect(await run("token", "create", "--help")).toBe(0);
    expect(out).toContain("--expires");
    expect(await run()).toBe(0);
    expect(out).toContain("history verify");
    expect(openDatabase).not.toHaveBeenCalled();
  });
});

test("accounts and tokens are printed alone, and work", async () => {
  expect(await run("user", "create", "--email", "cli@example.org", "--name", "Cli", "--team", "Desk")).toBe(0);
  expect(out).toMatch(/^([a-z0-9]{4}-){4}[a-z0-9]{4}\n$/);
  expect(err).toContain("owner");
  out = "";
  expect(await run("token", "create", "--email", "cli@example.org", "--expires", "2w")).toBe(0);
  expect(out).toMatch(/^xb_[\w-]{43}\n$/);
  expect(await tokenCtx(out.trim())).toMatchObject({ actor: { name: "Cli", role: "owner" } });
  await expect(run("token", "create", "--email", "cli@example.org", "--expires", "soon")).rejects.toThrow(
    /^expires takes/,
  );
  await expect(run("token", "create", "--email", "nobody@example.org")).rejects.toThrow(/No account/);
  out = "";
  await run("user", "list", "--json");
  expect(JSON.parse(out)).toMatchObject([{ email: "cli@example.org", memberships: [{ role: "owner" }] }]);
});

test("a history is verified, and the first altered row named", async () => {
  await run("user", "create", "--email", "history@example.org", "--name", "H", "--team", "History");
  const ctx = await vouchForMember("history@example.org", undefined, "cli");
  const { id } = await openCase(ctx, { title: "Matter", description: "", blind: false });
  out = "";
  expect(await run("history", "verify", "--case", "matter")).toBe(0);
  expect(out).toBe("1\n");
  await prisma().$executeRaw`ALTER TABLE activity DISABLE TRIGGER USER`;
  await prisma().$executeRaw`UPDATE activity SET actor_name = 'Somebody else' WHERE case_id = ${id}::uuid`;
  await prisma().$executeRaw`ALTER TABLE activity ENABLE TRIGGER USER`;
  out = "";
  err = "";
  expect(await run("history", "verify", "--case", id)).toBe(1);
  expect(out).toBe("");
  expect(err).toMatch(/^Row 1 /);
  await expect(run("history", "verify", "--case", "nowhere")).rejects.toThrow(/no case "nowhere"/);
});
