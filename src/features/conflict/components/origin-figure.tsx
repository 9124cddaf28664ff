import Link from "next/link";
import { cn } from "@/ui/class-names";
import { SourceText } from "@/ui/source-text";
import { type CampTree, type SaidDescent, saidOf } from "../rules/camp-tree";
import { type Drawn, type DrawnEdge, layOutTree, NODE } from "../rules/lay-out-tree";
import { DASHES, tellEdge } from "../rules/tell-edge";
import type { Suspicion } from "../schema";

type OriginFigureProps = { camp: CampTree; base: string; said: SaidDescent[] };

const MARGIN = 8;

/** The tree drawn from reports at the left to origins at the right. The list beside it says the same in words. */
export function OriginFigure({ camp, base, said }: OriginFigureProps) {
  const drawn = layOutTree(camp.tree);
  const [width, height] = [drawn.width + 2 * MARGIN, drawn.height + 2 * MARGIN];
  return (
    <figure
      dir="ltr"
      aria-label={`From the reports of camp ${camp.letter} to their origins`}
      className="overflow-x-auto"
    >
      <div className="relative" style={{ width, height }}>
        <svg aria-hidden="true" width={width} height={height} className="absolute inset-0">
          <g transform={`translate(${MARGIN} ${MARGIN})`} fill="none">
            {drawn.edges.map((edge) => (
              <g
                key={`${edge.from} ${edge.to}`}
                className={cn("stroke-current", STROKES[edge.kind])}
                strokeWidth={1.5}
                strokeLinecap="round"
              >
                <path d={edge.d} strokeDasharray={DASHES[edge.kind]?.join(" ")} />
                <path d={edge.head} />
              </g>
            ))}
            {drawn.owners.map(({ name, x, top, bottom }) => (
              <path key={name} d={`M${x} ${top}h6V${bottom}h-6`} className="stroke-current text-ink-3" />
            ))}
          </g>
        </svg>
        <div className="absolute" style={{ left: MARGIN, top: MARGIN }}>
          {drawn.nodes.map((node) => (
            <Node key={node.key} node={node} base={base} />
          ))}
          {drawn.edges.map((edge) => (
            <EdgeLabel key={`${edge.from} ${edge.to}`} edge={edge} base={base} camp={camp} said={said} />
          ))}
          {drawn.owners.map(({ name, x, top, bottom }) => (
            <span
              key={name}
              className="absolute w-20 -translate-y-1/2 ps-2 text-ink-3 text-xs"
              style={{ left: x + 6, top: (top + bottom) / 2 }}
            >
              <SourceText>{name}</SourceText>
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}

const STROKES: Record<DrawnEdge["kind"], string> = {
  repeats: "text-repeats",
  altered: "text-contradicts",
  suspected: "text-repeats",
  credits: "text-edge",
  published: "text-edge",
  own: "text-edge",
};

function Node({ node, base }: { node: Drawn["nodes"][number]; base: string }) {
  const { number, name, outlet, kind, inCamp, own } = node;
  const place = { left: node.x, top: node.y, width: NODE.width, height: NODE.height };
  const box = "absolute flex flex-col justify-center overflow-hidden rounded-md border px-2 text-xs";
  if (number !== null) {
    return (
      <Link
        href={`${base}/claims/${number}`}
        className={cn(box, "bg-paper hover:border-accent", inCamp ? "border-edge" : "border-hairline border-dashed")}
        style={place}
      >
        <span className="font-medium font-mono text-accent">
          C-{number}
          {own ? <span className="font-normal font-sans text-ink-3"> own reporting</span> : null}
        </span>
        <SourceText clip className="text-ink-2">
          {outlet ?? "no outlet"}
        </SourceText>
      </Link>
    );
  }
  return (
    <span
      className={cn(box, "bg-desk", kind === "unnamed" ? "border-edge border-dashed" : "border-ink-2")}
      style={place}
      title={name}
    >
      <SourceText className="line-clamp-2 font-medium">{name}</SourceText>
    </span>
  );
}

type EdgeLabelProps = OriginFigureProps & { edge: DrawnEdge };

/** What a line says, and the way to the relation or the suspicion that it stands for. */
function EdgeLabel({ edge, base, camp, said }: EdgeLabelProps) {
  const descent = saidOf(edge, said);
  const words = tellEdge(edge, descent?.by ?? []);
  if (words === "") return null;
  const place = { left: edge.at.x, top: edge.at.y };
  const look = "absolute max-w-28 -translate-x-1/2 -translate-y-1/2 truncate rounded-sm bg-paper px-1 text-xs";
  const from = edge.from.replace("claim ", "");
  const suspicion = camp.suspicions.find((each) => edge.kind === "suspected" && isEdgeOf(edge, each));
  const href = suspicion ? `#suspicion-${suspicion.id}` : descent ? `${base}/claims/${from}#relations` : null;
  if (!href) {
    return (
      <span className={cn(look, "text-ink-3")} style={place}>
        {words}
      </span>
    );
  }
  return (
    <Link href={href} title={words} className={cn(look, "text-repeats-ink hover:underline")} style={place}>
      {words}
    </Link>
  );
}

const isEdgeOf = ({ from, to }: DrawnEdge, suspicion: Suspicion) =>
  from === `claim ${suspicion.from.number}` && to === `claim ${suspicion.to.number}`;
