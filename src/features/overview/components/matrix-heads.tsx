import type { CSSProperties, ReactNode } from "react";
import { SourceText } from "@/ui/source-text";
import { textWidth } from "../rules/picture/fit-text";

type MatrixHeadsProps = {
  outlets: { id: string; name: string }[];
  /** Of a cell. */
  size: number;
  /** The cell that is spoken of: its row and column stand on a wash. */
  shown: { row: number; column: number } | null;
  children: ReactNode;
};

/** Of the names, in pixels: `text-xs`, and what stands between a name and the cells. */
const TYPE = 12;
const GAP = 12;

/** The outlets on both sides, which stay in sight while the cells scroll. Hidden from readers: each cell says its own. */
export function MatrixHeads({ outlets, size, shown, children }: MatrixHeadsProps) {
  const side = outlets.length * size;
  const lines = `repeating-linear-gradient(to bottom, transparent 0 ${size - 1}px, var(--hairline) ${size - 1}px ${size}px), repeating-linear-gradient(to right, transparent 0 ${size - 1}px, var(--hairline) ${size - 1}px ${size}px)`;
  const room = Math.ceil(Math.max(...outlets.map(({ name }) => textWidth(name, TYPE)))) + GAP;
  return (
    <div
      className="max-h-[calc(100dvh-var(--shell-top)-var(--shell-bottom)-13rem)] min-h-80 w-fit max-w-full overflow-auto [--most:11.5rem] max-md:[--most:7.5rem]"
      style={{ "--names": `min(${room}px, var(--most))`, "--heads": `min(${room}px, 9.5rem)` } as CSSProperties}
    >
      <div
        className="relative grid w-max"
        style={{ gridTemplateColumns: `var(--names) ${side}px`, gridTemplateRows: `var(--heads) ${side}px` }}
      >
        <div className="sticky start-0 top-0 z-20 border-hairline border-e border-b bg-paper" />
        <div aria-hidden="true" className="sticky top-0 z-10 flex border-hairline border-b bg-paper">
          {shown ? <Wash at={shown.column * size} size={size} across /> : null}
          {outlets.map(({ id, name }) => (
            <span
              key={id}
              title={name}
              className="relative flex rotate-180 items-center justify-start overflow-hidden whitespace-nowrap ps-1.5 text-xs [writing-mode:vertical-rl]"
              style={{ width: size }}
            >
              <SourceText className="truncate">{name}</SourceText>
            </span>
          ))}
        </div>
        <div aria-hidden="true" className="sticky start-0 z-10 border-hairline border-e bg-paper">
          {shown ? <Wash at={shown.row * size} size={size} /> : null}
          {outlets.map(({ id, name }) => (
            <span
              key={id}
              title={name}
              className="relative flex items-center justify-end pe-1.5 text-xs leading-none"
              style={{ height: size }}
            >
              <SourceText className="truncate py-0.5">{name}</SourceText>
            </span>
          ))}
        </div>
        <div className="relative" style={{ backgroundImage: lines }}>
          {shown ? <Wash at={shown.row * size} size={size} /> : null}
          {shown ? <Wash at={shown.column * size} size={size} across /> : null}
          {children}
        </div>
      </div>
    </div>
  );
}

/** A row, or with `across` a column. */
function Wash({ at, size, across = false }: { at: number; size: number; across?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={across ? "absolute inset-y-0 bg-accent-wash" : "absolute inset-x-0 bg-accent-wash"}
      style={across ? { insetInlineStart: at, width: size } : { top: at, height: size }}
    />
  );
}
