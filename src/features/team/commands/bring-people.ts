import type { TxCtx } from "@/platform/context";
import { derivedId } from "@/platform/derived-id";

export type Person = { id: string; name: string };

/** What a name ends with that only an import vouches for. */
const MARK = " (imported)";

/**
 * Who did what a file from elsewhere tells of. The importing person is themselves. Everybody else becomes somebody who
 * only exists as the author of what was brought, under their name with a mark: a file can claim anything of anybody, so
 * it never speaks for a member, and what it tells is never taken for the importing person's own. Such a person has no
 * membership and cannot sign in. The same person of the same file is the same again the next time.
 */
export async function bringPeople(ctx: TxCtx, people: readonly Person[]): Promise<Map<string, Person>> {
  const { teamId, actor } = ctx;
  const asked = new Map(people.map((person) => [person.id, person]));
  const brought = [...asked.values()]
    .filter(({ id }) => id !== actor.userId)
    .map((person) => personaOf(teamId, person));
  const emails = brought.flatMap(({ source, id }) => [emailOf(teamId, id), emailOf(teamId, source)]);
  const known = await ctx.tx.user.findMany({
    where: { email: { in: emails } },
    select: { id: true, name: true },
  });
  const byId = new Map(known.map((user) => [user.id, user]));
  const made = brought.filter(({ source, id }) => !byId.has(id) && !byId.has(source));
  await ctx.tx.user.createMany({
    data: made.map(({ id, name }) => ({ id, name, email: emailOf(teamId, id) })),
    skipDuplicates: true,
  });
  const found = new Map<string, Person>([[actor.userId, { id: actor.userId, name: actor.name }]]);
  for (const { source, ...person } of brought) {
    found.set(source, byId.get(source) ?? byId.get(person.id) ?? person);
  }
  return found;
}

/** `.invalid` is nobody's: no mail arrives there, and no provider signs anybody in by it. */
const emailOf = (teamId: string, id: string) => `${id}.${teamId}@imported.invalid`.toLowerCase();

function personaOf(teamId: string, { id, name }: Person): Person & { source: string } {
  const marked = name.endsWith(MARK) ? name : `${name.slice(0, 180)}${MARK}`;
  return { source: id, id: derivedId(`person ${teamId}`, id), name: marked };
}
