import type { ZoomTransform } from "d3-zoom";
import type { GraphKind } from "../schema";
import type { Colours } from "./graph-colours";
import type { Paths } from "./graph-paths";
import type { Drawn } from "./use-graph";

export type Emphasis = {
  selected: number | null;
  hovered: number | null;
  kinds: ReadonlySet<GraphKind>;
  /** What the words of a search find; null where none are searched for. */
  found: ReadonlySet<number> | null;
};

/** All that one frame is drawn from. */
export type Picture = {
  drawn: Drawn;
  paths: Paths;
  colours: Colours;
  emphasis: Emphasis;
  at: ZoomTransform;
  width: number;
  height: number;
  /** Device pixels for each of ours. */
  ratio: number;
  fonts: { sans: string; mono: string };
};
