import Link from "next/link";
import { Badge } from "@/ui/badge";
import { ClaimNumber } from "@/ui/claim-number";
import { SourceText } from "@/ui/source-text";
import type { RatedUnit } from "../schema";

type UnitListProps = { units: RatedUnit[]; base: string; label: string; canSettle: boolean };

/** What was rated, with what everybody said of it before they knew the others. */
export function UnitList({ units, base, label, canSettle }: UnitListProps) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {units.map(({ id, claims, ratings, agree, settled }) => (
        <li key={id} className="border-hairline border-t py-3">
          {claims.map(({ id: claim, number, statement }) => (
            <p key={claim} className="flex gap-2 text-sm">
              <ClaimNumber number={number} href={`${base}/claims/${number}`} />
              <SourceText className="min-w-0">{statement}</SourceText>
            </p>
          ))}
          <ul className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {ratings.map(({ person, value }) => (
              <li key={person.id}>
                <bdi className="text-ink-2">{person.name}</bdi>: <span className="font-medium">{value}</span>
              </li>
            ))}
          </ul>
          <p className="mt-1.5 flex flex-wrap items-center gap-2 text-sm">
            {agree ? <Badge>agree</Badge> : <Badge tone="caution">differ</Badge>}
            {settled ? <Badge>decided by a lead</Badge> : null}
            {!agree && !settled && canSettle ? (
              <Link
                className="link"
                href={`${base}/claims/${claims[0]?.number}#${claims.length > 1 ? "relations" : "grades"}`}
              >
                Decide
              </Link>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
