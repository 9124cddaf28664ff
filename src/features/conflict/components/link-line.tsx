import type { ReactNode } from "react";
import { ClaimNumber } from "@/ui/claim-number";
import { RelationMark } from "@/ui/relation-mark";
import type { ConflictLink } from "../schema";

type LinkLineProps = { link: ConflictLink; children?: ReactNode };

/** One relation as it stands: `C-5 ≠ contradicts on time C-9`. The numbers lead to the claims' cards on this page. */
export function LinkLine({ link, children }: LinkLineProps) {
  const word = link.kind === "contradicts" && link.about ? `contradicts on ${link.about}` : link.kind;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
      <ClaimNumber number={link.from} href={`#C-${link.from}`} />
      <RelationMark kind={link.kind} word={word} />
      <ClaimNumber number={link.to} href={`#C-${link.to}`} />
      {children}
    </span>
  );
}
