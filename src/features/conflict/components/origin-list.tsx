import { ClaimNumber } from "@/ui/claim-number";
import { Disclosure } from "@/ui/disclosure";
import { SourceText } from "@/ui/source-text";
import { type CampTree, type SaidDescent, type SaidOwn, saidOf } from "../rules/camp-tree";
import type { TreeEdge, TreeNode } from "../rules/origin-tree";
import { listWords } from "../rules/origin-words";
import { tellLead } from "../rules/tell-edge";

type OriginListProps = { camp: CampTree; base: string; said: SaidDescent[]; own: SaidOwn[] };

/** The same as the drawing in words: for each claim, where it comes from and who says so. */
export function OriginList({ camp, base, said, own }: OriginListProps) {
  const { nodes, edges } = camp.tree;
  const claims = nodes.filter(({ number }) => number !== null).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return (
    <Disclosure summary={`Line by line, camp ${camp.letter}`}>
      <ul aria-label={`Where the claims of camp ${camp.letter} come from`} className="flex flex-col gap-1 text-sm">
        {claims.map((claim) => (
          <li key={claim.key}>
            <ClaimNumber number={claim.number ?? 0} href={`${base}/claims/${claim.number}`} />{" "}
            <span className="text-ink-3">
              (<SourceText>{claim.outlet ?? "no outlet"}</SourceText>
              {claim.inCamp ? "" : ", not of this camp"})
            </span>{" "}
            <Leads edges={edges.filter(({ from }) => from === claim.key)} byKey={byKey} base={base} said={said} />
            {own
              .filter(({ number }) => number === claim.number)
              .map(({ by, reason }) => (
                <span key={by} className="block ps-4 text-ink-2">
                  <SourceText>{by}</SourceText> marked reporting of its own: <SourceText>{reason}</SourceText>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

type LeadsProps = { edges: TreeEdge[]; byKey: ReadonlyMap<string, TreeNode>; base: string; said: SaidDescent[] };

function Leads({ edges, byKey, base, said }: LeadsProps) {
  if (edges.length === 0) return <span className="text-ink-3">says nothing of where it comes from</span>;
  return edges.map((edge, index) => (
    <span key={edge.to}>
      {index > 0 ? "; " : ""}
      {tellLead(edge)} <End node={byKey.get(edge.to)} base={base} by={saidOf(edge, said)?.by ?? []} />
    </span>
  ));
}

/** What a line leads to, and who says that it does. */
function End({ node, base, by }: { node: TreeNode | undefined; base: string; by: string[] }) {
  if (!node) return null;
  return (
    <>
      {node.number === null ? (
        <SourceText className="font-medium">{node.name}</SourceText>
      ) : (
        <ClaimNumber number={node.number} href={`${base}/claims/${node.number}`} />
      )}
      {node.owner ? (
        <span className="text-ink-3">
          {" "}
          (owned by <SourceText>{node.owner}</SourceText>)
        </span>
      ) : null}
      {by.length > 0 ? (
        <span className="text-ink-3">
          , according to <SourceText>{listWords(by)}</SourceText>
        </span>
      ) : null}
    </>
  );
}
