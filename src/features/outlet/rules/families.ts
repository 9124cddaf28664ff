import { outletKey } from "../rules";

/** The key under which spellings of an owner are one family; null where nobody is named. */
export const familyKey = (owner: string | null): string | null => (owner && outletKey(owner)) || null;

/** Those of the owners known that are this one, however they are spelt. */
export const spellingsOf = (owner: string, owners: readonly string[]): string[] =>
  owners.filter((each) => familyKey(each) === familyKey(owner));

/** Where an outlet stands in the order by owner: its family's key, its name, its id. */
export type FamilyPlace = [family: string | null, name: string, id: string];

export const familyPlace = ({ id, name, owner }: { id: string; name: string; owner: string | null }): FamilyPlace => [
  familyKey(owner),
  name,
  id,
];

const words = new Intl.Collator("en").compare;

/** Families by their name and outlets by theirs; those without an owner last. */
export function byFamily([a, nameA, idA]: FamilyPlace, [b, nameB, idB]: FamilyPlace): number {
  if (a !== b) {
    if (a === null || b === null) return a === null ? 1 : -1;
    return words(a, b) || (a < b ? -1 : 1);
  }
  return words(nameA, nameB) || (idA < idB ? -1 : Number(idA > idB));
}

export type Family<T> = { owner: string | null; outlets: T[] };

/** Outlets in the order by owner, as families: each named as its first outlet spells the owner. */
export function familiesOf<T extends { owner: string | null }>(outlets: readonly T[]): Family<T>[] {
  const families: Family<T>[] = [];
  for (const outlet of outlets) {
    const last = families.at(-1);
    if (last && familyKey(last.owner) === familyKey(outlet.owner)) last.outlets.push(outlet);
    else families.push({ owner: outlet.owner, outlets: [outlet] });
  }
  return families;
}

/** One spelling of each owner, for proposals: the first of each family. */
export const distinctOwners = (owners: readonly string[]): string[] =>
  [...new Map(owners.toReversed().map((owner) => [familyKey(owner), owner])).values()].toReversed();
