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
