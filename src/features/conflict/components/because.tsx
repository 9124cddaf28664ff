import type { Judgement, Relation } from "@/features/relation/schema";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";

/** Who says so and why; the lead's ruling first. */
export function Because({ relation }: { relation: Relation | undefined }) {
  const ruling = relation?.ruling;
  const judgements = relation?.judgements ?? [];
  if (!ruling && judgements.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-col gap-0.5 text-ink-2 text-sm">
      {ruling ? (
        <li>
          <bdi className="font-medium text-ink">{ruling.user.name}</bdi> ruled <View view={ruling} />
          <Reason words={ruling.rationale} />
        </li>
      ) : null}
      {judgements.map((judgement) => (
        <li key={judgement.id}>
          <bdi className="font-medium text-ink">{judgement.user.name}</bdi> judged <View view={judgement} />
          <Reason words={judgement.rationale} />
        </li>
      ))}
    </ul>
  );
}

function View({ view: { kind, about } }: { view: Pick<Judgement, "kind" | "about"> }) {
  return <RelationMark kind={kind} word={about ? `${kind} on ${about}` : kind} look="plain" />;
}

function Reason({ words }: { words: string }) {
  if (words.trim() === "") return null;
  return (
    <>
      {": "}
      <SourceText>{words}</SourceText>
    </>
  );
}
