import { matchingKey } from "@/anchoring/normalise";

/**
 * The tags without repetition, in the spelling that the case already uses: "baghdad" joins "Baghdad" instead of
 * standing beside it.
 */
export function adoptTags(tags: readonly string[], existing: readonly string[]): string[] {
  const spellings = new Map(existing.toReversed().map((tag) => [matchingKey(tag), tag]));
  const adopted = new Map<string, string>();
  for (const tag of tags) {
    const key = matchingKey(tag);
    if (!adopted.has(key)) adopted.set(key, spellings.get(key) ?? tag.trim());
  }
  return [...adopted.values()];
}

/** The same with the spellings by lower case; what is adopted first joins them, for the tags that come after. */
export function adoptAmong(tags: readonly string[], spellings: Map<string, string[]>): string[] {
  const keyOf = (tag: string) => tag.trim().toLowerCase();
  const adopted = adoptTags(
    tags,
    tags.flatMap((tag) => spellings.get(keyOf(tag)) ?? []),
  );
  for (const tag of adopted) if (!spellings.has(keyOf(tag))) spellings.set(keyOf(tag), [tag]);
  return adopted;
}
