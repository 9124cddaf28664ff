import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, type FullConfig } from "@playwright/test";
import { handover, type Person, peopleFile, projectRoot, signedIn, type Who } from "./people";

type SignIn = { name: string; email: string; password: string; role: string };
type Made = { email: string; password: string };

const NEWCOMERS: { who: Who; name: string; team: string; role: string }[] = [
  { who: "viewer", name: "Vera Viewer", team: "Demo desk", role: "viewer" },
  { who: "colleague", name: "Cleo Colleague", team: "Demo desk", role: "analyst" },
  { who: "leaver", name: "Leo Leaver", team: "Demo desk", role: "analyst" },
  { who: "stranger", name: "Stella Stranger", team: "Another desk", role: "owner" },
];

/** Makes the people that the demonstration lacks, and signs everyone in once, as they would do it themselves. */
export default async function setUp(config: FullConfig): Promise<void> {
  const demoFile = process.env.CROSSBEARING_DEMO_FILE ?? "";
  const people = [...demoPeople(demoFile)];
  for (const newcomer of NEWCOMERS) people.push(await makePerson(newcomer, path.dirname(demoFile)));
  mkdirSync(handover, { recursive: true });
  const { launchOptions, baseURL } = config.projects[0]?.use ?? {};
  const browser = await chromium.launch(launchOptions);
  try {
    const signedInPeople: Person[] = [];
    for (const each of people) signedInPeople.push({ ...each, team: await signIn(browser, baseURL ?? "", each) });
    writeFileSync(peopleFile, JSON.stringify(signedInPeople));
  } finally {
    await browser.close();
  }
}

function demoPeople(file: string): Omit<Person, "team">[] {
  const demo: SignIn[] = JSON.parse(readFileSync(file, "utf8"));
  const of = (role: "owner" | "analyst") => {
    const found = demo.find((each) => each.role === role);
    if (!found) throw new Error(`${file} names no ${role}`);
    return { who: role, name: found.name, email: found.email, password: found.password };
  };
  return [of("owner"), of("analyst")];
}

/** By the command that an administrator uses, on the data of the server under test. */
async function makePerson({ who, name, team, role }: (typeof NEWCOMERS)[number], dataDir: string) {
  const email = `${who}.${Date.now().toString(36)}@journeys.example`;
  const cli = path.join(projectRoot, "src", "operations", "cli.mjs");
  const args = [cli, "user", "create", "--json", "--email", email, "--name", name, "--team", team, "--role", role];
  // Whatever database the shell points to: the journeys must only ever touch the one they were given.
  const env = { ...process.env, CROSSBEARING_DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_DIRECT_URL: "" };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: projectRoot, env });
  const { password }: Made = JSON.parse(stdout);
  return { who, name, email, password };
}

/** Through the sign-in page. Returns the address part of the team one arrives in. */
async function signIn(browser: Browser, baseURL: string, { who, email, password }: Omit<Person, "team">) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/cases", { timeout: 60_000 });
  await context.storageState({ path: signedIn(who) });
  const [, team = ""] = new URL(page.url()).pathname.split("/");
  await context.close();
  return team;
}
