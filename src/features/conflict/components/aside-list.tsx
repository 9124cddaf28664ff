import type { Relation, StandingKind } from "@/features/relation/schema";
import type { ConflictLink } from "../schema";
import { Because } from "./because";
import { LinkLine } from "./link-line";

/** What these kinds say, so that an earlier state of things is not taken for a mistake. */
const SAYS: { kinds: StandingKind[]; title: string; words: string }[] = [
  {
    kinds: ["updates"],
    title: "Outdated, not wrong",
    words: "The later claim takes the place of the earlier, which may well have been true when it was said.",
  },
  {
    kinds: ["qualifies"],
    title: "Differs in scope, time or measure",
    words: "Both may hold: they do not speak of quite the same thing.",
  },
  {
    kinds: ["repeats", "disputed", "unrelated", "agrees", "contradicts"],
    title: "Related otherwise",
    words: "These relations neither join claims to a camp nor oppose them.",
  },
];

/** Relations between claims of the conflict that neither join nor oppose, as what they are. */
export function AsideList({ aside, reasons }: { aside: ConflictLink[]; reasons: ReadonlyMap<string, Relation> }) {
  return SAYS.map(({ kinds, title, words }) => {
    const links = aside.filter(({ kind }) => kinds.includes(kind));
    if (links.length === 0) return null;
    return (
      <section key={title} aria-label={title}>
        <h2 className="mb-1 border-rule border-b pb-1 font-semibold text-base">{title}</h2>
        <p className="mb-2 text-ink-3 text-sm">{words}</p>
        <ul className="flex flex-col gap-2 text-sm">
          {links.map((link) => (
            <li key={link.id}>
              <LinkLine link={link} />
              <Because relation={reasons.get(link.id)} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
