import type { Comparison } from "@/anchoring/compare-texts";
import { DiffText } from "@/ui/diff-text";
import { SourceText } from "@/ui/source-text";

type TextComparisonProps = { found: Comparison[]; language: string; older: string; newer: string };

const NUMBER = new Intl.NumberFormat("en");

/** Two versions side by side, paragraph by paragraph; what both have is only counted. */
export function TextComparison({ found, language, older, newer }: TextComparisonProps) {
  if (found.every(({ op }) => op === "same"))
    return <p className="text-base text-ink-2">The two texts are the same.</p>;
  return (
    <div className="flex flex-col">
      <div
        aria-hidden="true"
        className="grid grid-cols-2 gap-x-6 border-rule border-b pb-1 font-medium text-ink-2 text-sm max-md:hidden"
      >
        <span>{older}</span>
        <span>{newer}</span>
      </div>
      {[...found.entries()].map(([place, each]) => (
        // Neither text changes any more: a place is a name.
        <Paragraph key={place} each={each} language={language} older={older} newer={newer} />
      ))}
    </div>
  );
}

type ParagraphProps = { each: Comparison; language: string; older: string; newer: string };

function Paragraph({ each, language, older, newer }: ParagraphProps) {
  if (each.op === "same") {
    return (
      <p className="py-2 text-center text-ink-3 text-xs">
        {each.count === 1 ? "one paragraph" : `${NUMBER.format(each.count)} paragraphs`} unchanged
      </p>
    );
  }
  const text = (side: "older" | "newer") =>
    each.op === "changed" ? <DiffText parts={each.parts} side={side} /> : <DiffText parts={[each]} side={side} />;
  return (
    <div className="grid gap-x-6 gap-y-2 border-hairline border-b py-3 md:grid-cols-2">
      <Side label={older} empty={each.op === "added" ? "Not there" : null} language={language}>
        {text("older")}
      </Side>
      <Side label={newer} empty={each.op === "removed" ? "No longer there" : null} language={language}>
        {text("newer")}
      </Side>
    </div>
  );
}

type SideProps = { label: string; empty: string | null; language: string; children: React.ReactNode };

function Side({ label, empty, language, children }: SideProps) {
  return (
    <section aria-label={label} className="min-w-0">
      <p className="text-ink-3 text-xs md:sr-only">{label}</p>
      {empty ? (
        <p className="text-ink-3 text-sm italic">{empty}</p>
      ) : (
        <SourceText lang={language} className="block whitespace-pre-line text-base leading-relaxed">
          {children}
        </SourceText>
      )}
    </section>
  );
}
