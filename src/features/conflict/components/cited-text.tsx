import { ClaimNumber } from "@/ui/claim-number";
import { SourceText } from "@/ui/source-text";
import { citedClaims } from "../rules/cited-claims";

type CitedTextProps = { text: string; base: string /** Claims that stand on this page. */; here: number[] };

/** Reasons in which the claims they cite are links. */
export function CitedText({ text, base, here }: CitedTextProps) {
  let at = 0;
  return (
    <SourceText>
      {citedClaims(text).map(({ text, claim }) => {
        const key = at;
        at += text.length;
        if (claim === null) return text;
        const href = here.includes(claim) ? `#C-${claim}` : `${base}/claims/${claim}`;
        return <ClaimNumber key={key} number={claim} href={href} />;
      })}
    </SourceText>
  );
}
