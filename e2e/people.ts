import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Who the journeys are walked by. The first two belong to the demonstration, the set-up makes the others. */
export const PEOPLE = ["owner", "analyst", "viewer", "colleague", "leaver", "stranger"] as const;
export type Who = (typeof PEOPLE)[number];

export type Person = { who: Who; name: string; email: string; password: string; team: string };

export const projectRoot = fileURLToPath(new URL("..", import.meta.url));

/** What the set-up leaves for the workers. Cleared with the results of the run before. */
export const handover = path.join(projectRoot, "test-results", "people");
export const peopleFile = path.join(handover, "people.json");

/** The cookies of someone who has signed in, for `test.use({ storageState: signedIn("analyst") })`. */
export const signedIn = (who: Who) => path.join(handover, `${who}.json`);

/** How someone signs in, and the address of their team. */
export function person(who: Who): Person {
  const people: Person[] = JSON.parse(readFileSync(peopleFile, "utf8"));
  const found = people.find((each) => each.who === who);
  if (!found) throw new Error(`the set-up made no ${who}`);
  return found;
}
