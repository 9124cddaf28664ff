import { select } from "d3-selection";
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import { type Colours, onThemeChange, readColours } from "./graph-colours";
import { paint } from "./graph-drawing";
import type { Emphasis } from "./graph-frame";
import { type Paths, pathsOf } from "./graph-paths";
import type { Drawn } from "./use-graph";

/** A point on the canvas, and towards which corner there is more room. */
export type Spot = { at: number; x: number; y: number; side: "left" | "right"; end: "top" | "bottom" };

type Listener = {
  onHover: (at: number | null) => void;
  onSelect: (at: number | null) => void;
  onOpen: (at: number) => void;
  /** Where the point that the card belongs to now is on the canvas. */
  onCard: (spot: Spot | null) => void;
};

const CLOSEST = 6;
const MOTION_MS = 120;
/** How far from a point's rim a pointer still means it. */
const REACH = 9;

/** The canvas: draws when something changed, moves, and says what is pointed at. Knows nothing of React. */
export class GraphView {
  private readonly paths: Paths;
  private readonly zooming: ZoomBehavior<HTMLCanvasElement, unknown>;
  private readonly ends: (() => void)[] = [];
  private readonly fonts: { sans: string; mono: string };
  private colours: Colours;
  private at: ZoomTransform = zoomIdentity;
  private size = { width: 1, height: 1 };
  private emphasis: Emphasis;
  private carded: number | null = null;
  private frame = 0;
  private motion = 0;
  /** Nobody has moved yet: a new size shows the whole again. */
  private untouched = true;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly drawn: Drawn,
    emphasis: Emphasis,
    private readonly listener: Listener,
  ) {
    this.emphasis = emphasis;
    this.paths = pathsOf(drawn);
    this.colours = readColours(this.frameElement());
    const style = getComputedStyle(canvas);
    this.fonts = { sans: style.fontFamily, mono: `${style.getPropertyValue("--face-mono")}, monospace` };
    this.zooming = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([this.wholeScale() / 2, CLOSEST])
      .on("zoom", ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: Event | null }) => {
        this.at = transform;
        if (sourceEvent) this.untouched = false;
        this.schedule();
      });
    select(canvas).call(this.zooming).on("dblclick.zoom", null);
    this.listen();
    this.resize();
  }

  end(): void {
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.motion);
    select(this.canvas).on(".zoom", null);
    for (const end of this.ends) end();
  }

  /** `carded`: which point shows its card. */
  emphasise(emphasis: Emphasis, carded: number | null): void {
    this.emphasis = emphasis;
    this.carded = carded;
    this.schedule();
  }

  showWhole(): void {
    this.untouched = true;
    this.moveTo(this.wholeTransform());
  }

  zoomBy(factor: number): void {
    const { width, height } = this.size;
    const k = Math.min(CLOSEST, Math.max(this.wholeScale() / 2, this.at.k * factor));
    const [x, y] = this.at.invert([width / 2, height / 2]);
    this.untouched = false;
    this.moveTo(zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k));
  }

  /** Brings a point into the middle, close enough to read; one in sight stays where it is unless `always`. */
  reveal(at: number, always: boolean): void {
    const { width, height } = this.size;
    const [x, y] = this.placeOf(at);
    const [left, top] = this.at.apply([x, y]);
    const inSight = left > 60 && left < width - 60 && top > 60 && top < height - 60;
    if (inSight && !always) return;
    const k = always ? Math.max(this.at.k, Math.min(1.6, CLOSEST)) : this.at.k;
    this.untouched = false;
    this.moveTo(zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k));
  }

  /** The point nearest to the middle of what is in sight. */
  middle(): number | null {
    const [x, y] = this.at.invert([this.size.width / 2, this.size.height / 2]);
    return this.paths.places.find(x, y) ?? null;
  }

  private listen(): void {
    const { canvas } = this;
    const on = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void) => {
      canvas.addEventListener(name, act);
      this.ends.push(() => canvas.removeEventListener(name, act));
    };
    on("pointermove", (event) => event.buttons === 0 && this.listener.onHover(this.under(event)));
    on("pointerleave", () => this.listener.onHover(null));
    on("click", (event) => this.listener.onSelect(this.under(event)));
    on("dblclick", (event) => {
      const at = this.under(event);
      if (at !== null) this.listener.onOpen(at);
    });
    const sizes = new ResizeObserver(() => this.resize());
    sizes.observe(this.frameElement());
    this.ends.push(
      () => sizes.disconnect(),
      onThemeChange(() => {
        this.colours = readColours(this.frameElement());
        this.schedule();
      }),
    );
  }

  private under({ offsetX, offsetY }: MouseEvent): number | null {
    const [x, y] = this.at.invert([offsetX, offsetY]);
    const largest = 26;
    const found = this.paths.places.find(x, y, largest + REACH / this.at.k);
    if (found === undefined) return null;
    const [px, py] = this.placeOf(found);
    const reach = (this.drawn.radii[found] ?? 0) + REACH / this.at.k;
    return Math.hypot(px - x, py - y) <= reach ? found : null;
  }

  private placeOf(at: number): [number, number] {
    return [this.drawn.layout.x[at] ?? 0, this.drawn.layout.y[at] ?? 0];
  }

  private frameElement(): HTMLElement {
    return this.canvas.parentElement ?? this.canvas;
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.frameElement();
    this.size = { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight) };
    const ratio = this.ratio();
    this.canvas.width = Math.round(this.size.width * ratio);
    this.canvas.height = Math.round(this.size.height * ratio);
    this.zooming.scaleExtent([this.wholeScale() / 2, CLOSEST]);
    if (this.untouched) select(this.canvas).call(this.zooming.transform, this.wholeTransform());
    this.schedule();
  }

  /** Of the screen; a phone's three would only cost. */
  private ratio(): number {
    return Math.min(2, window.devicePixelRatio || 1);
  }

  private wholeScale(): number {
    const { width, height } = this.size;
    return Math.min(1.8, Math.min(width, height) / (2 * this.drawn.layout.extent + 24));
  }

  private wholeTransform(): ZoomTransform {
    return zoomIdentity.translate(this.size.width / 2, this.size.height / 2).scale(this.wholeScale());
  }

  /** In a short motion; at once for those who asked for none. */
  private moveTo(target: ZoomTransform): void {
    cancelAnimationFrame(this.motion);
    const from = this.at;
    const start = performance.now();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = (now: number) => {
      const done = still ? 1 : Math.min(1, Math.max(0, now - start) / MOTION_MS);
      const between = (a: number, b: number) => a + (b - a) * done;
      const transform = zoomIdentity
        .translate(between(from.x, target.x), between(from.y, target.y))
        .scale(between(from.k, target.k));
      select(this.canvas).call(this.zooming.transform, transform);
      if (done < 1) this.motion = requestAnimationFrame(step);
    };
    step(start);
  }

  private schedule(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    const ctx = this.canvas.getContext("2d");
    if (!ctx) return;
    const { drawn, paths, colours, emphasis, at, size } = this;
    paint(ctx, { drawn, paths, colours, emphasis, at, ...size, ratio: this.ratio(), fonts: this.fonts });
    this.sayCard();
  }

  private sayCard(): void {
    const at = this.carded;
    const [x, y] = at === null ? [0, 0] : this.at.apply(this.placeOf(at));
    const side = x > this.size.width / 2 ? "left" : "right";
    const end = y > this.size.height / 2 ? "top" : "bottom";
    this.listener.onCard(at === null ? null : { at, x, y, side, end });
  }
}
