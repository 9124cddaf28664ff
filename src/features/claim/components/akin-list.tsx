import { Kbd } from "@/ui/kbd";
import type { RelationKind } from "@/ui/relation-glyph";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import type { Counterpart } from "../rules/akin";

type AkinListProps = {
  items: Counterpart[];
  /** The address of the case. */
  base: string;
  /** Claims that already stand in a relation, with how. */
  related?: ReadonlyMap<string, RelationKind>;
  /** Whether a verb and a digit relate them from here; then they open in this window too. */
  numbered?: boolean;
};

/** Claims that may be about the same thing, each with why it is thought so. */
export function AkinList({ items, base, related, numbered = false }: AkinListProps) {
  return (
    <ol className="flex flex-col gap-1.5 pt-1">
      {items.map((each, index) => {
        const standing = related?.get(each.id);
        return (
          <li key={each.id} className="flex items-start gap-2 text-sm">
            {numbered ? <Kbd keys={String(index + 1)} quiet /> : null}
            <div className="min-w-0">
              <a
                className="link font-mono text-xs"
                href={`${base}/claims/${each.number}`}
                {...(numbered ? {} : { target: "_blank", rel: "noopener" })}
              >
                C-{each.number}
              </a>{" "}
              <SourceText className="font-medium text-xs">{each.outlet ?? "no outlet"}</SourceText>{" "}
              <span className="text-ink-3 text-xs">{each.reportedOn}</span>{" "}
              {standing ? <RelationMark kind={standing} /> : null}
              <SourceText className="line-clamp-2">{each.statement}</SourceText>
              {numbered && each.quote ? (
                <SourceText className="line-clamp-2 text-ink-2 text-xs">“{each.quote}”</SourceText>
              ) : null}
              <span className="text-ink-3 text-xs">{each.why}</span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
