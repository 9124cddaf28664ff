import { X } from "lucide-react";
import Link from "next/link";
import { buttonClasses } from "@/ui/button-classes";
import { cn } from "@/ui/class-names";
import { Pagination } from "@/ui/pagination";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import { type MatrixAddress, matrixHref } from "../rules/matrix-address";
import { MatrixKind, type MatrixPair } from "../schema";
import { PairCard } from "./pair-card";

type CellPairsProps = {
  /** The outlets of the cell, with their pages. */
  outlets: { id: string; name: string; href: string }[];
  counts: Record<MatrixKind, number>;
  pairs: MatrixPair[];
  nextCursor: string | null;
  /** The matrix's address, and the case's. */
  here: string;
  base: string;
  address: MatrixAddress;
};

/** What a cell counts: its pairs, of one kind or of all. */
export function CellPairs({ outlets, counts, pairs, nextCursor, here, base, address }: CellPairsProps) {
  const { cursor } = address;
  const at = (change: Partial<MatrixAddress>) => matrixHref(here, address, { cursor: null, ...change });
  return (
    <>
      <header className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 font-semibold text-base">
          <OutletLink outlet={outlets[0]} /> and {outlets[1] ? <OutletLink outlet={outlets[1]} /> : "itself"}
        </h2>
        <Link
          href={at({ cell: null })}
          scroll={false}
          aria-label="Close the cell"
          className={cn(buttonClasses({ variant: "ghost", size: "sm" }), "px-1.5")}
        >
          <X aria-hidden="true" />
        </Link>
      </header>
      <KindFilter counts={counts} chosen={address.kind} href={(kind) => at({ kind })} />
      {pairs.map((pair) => (
        <PairCard
          key={`${pair.kind} ${pair.from.id} ${pair.to.id} ${pair.origins?.from.name}`}
          pair={pair}
          base={base}
        />
      ))}
      <Pagination previous={cursor ? at({}) : null} next={nextCursor ? at({ cursor: nextCursor }) : null} />
    </>
  );
}

function OutletLink({ outlet }: { outlet: CellPairsProps["outlets"][number] | undefined }) {
  return outlet ? (
    <Link href={outlet.href} className="rounded-sm hover:text-accent hover:underline">
      <SourceText>{outlet.name}</SourceText>
    </Link>
  ) : null;
}

type KindFilterProps = {
  counts: Record<MatrixKind, number>;
  chosen: MatrixKind | null;
  href: (kind: MatrixKind | null) => string;
};

function KindFilter({ counts, chosen, href }: KindFilterProps) {
  const kinds = MatrixKind.options.filter((kind) => counts[kind] > 0);
  if (kinds.length < 2) return null;
  return (
    <nav aria-label="Kinds of relation" className="mt-2 flex flex-wrap items-center gap-1.5 text-sm">
      {[null, ...kinds].map((kind) => (
        <Link
          key={kind}
          href={href(kind)}
          scroll={false}
          aria-current={kind === chosen ? "true" : undefined}
          className="inline-flex h-7.5 items-center rounded-md border border-hairline px-2 hover:border-edge aria-[current]:border-accent aria-[current]:bg-accent-wash pointer-coarse:h-10"
        >
          {kind ? <RelationMark kind={kind} look="plain" count={counts[kind]} /> : "All"}
        </Link>
      ))}
    </nav>
  );
}
