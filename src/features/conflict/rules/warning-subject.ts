/** What a warning is about, before it is written as a key. */
export type Subject = { claim: number } | { pair: readonly [number, number] } | { camp: number } | { article: string };

/** `C-12`, `C-3 C-9`, `camp C-3` by its lowest claim, `article <id>`. */
export function subjectKey(subject: Subject): string {
  if ("claim" in subject) return `C-${subject.claim}`;
  if ("camp" in subject) return `camp C-${subject.camp}`;
  if ("article" in subject) return `article ${subject.article}`;
  const [a, b] = subject.pair;
  return `C-${Math.min(a, b)} C-${Math.max(a, b)}`;
}

const FORM = /^(?:camp )?C-([1-9]\d{0,8})(?: C-([1-9]\d{0,8}))?$|^article ([0-9a-f-]{36})$/;

/** The claims, by number, and the articles that a warning is to be looked for with. */
export function readSubject(key: string): { claims: number[]; articles: string[] } {
  const [, first, second, article] = FORM.exec(key) ?? [];
  return {
    claims: [first, second].filter((each) => each !== undefined).map(Number),
    articles: article ? [article] : [],
  };
}

/**
 * What history calls it. In a blind case not even which claim is meant: that somebody was warned of it tells how it is
 * graded, or what it is related to.
 */
export function warningLabel(
  warning: { subject: string; article?: { title: string } | null | undefined },
  blind: boolean,
) {
  if (blind) return "this case";
  const { claims } = readSubject(warning.subject);
  if (claims.length === 0) return warning.article?.title ?? "an article";
  const label = claims.map((claim) => `C-${claim}`).join(" · ");
  return warning.subject.startsWith("camp") ? `the camp of ${label}` : label;
}
