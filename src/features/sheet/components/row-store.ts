import { type GridRow, OUTLINE_STEP } from "../schema";

type Page = {
  rows: readonly GridRow[] /** Read before something changed: shown until it is read again. */;
  old: boolean;
};

/** What is held of a sheet: rows by the hundred. It is never changed, only replaced, so that what shows it can compare. */
export type HeldRows = {
  total: number;
  pages: ReadonlyMap<number, Page>;
  /** Pages that could not be read. */
  failed: ReadonlySet<number>;
  /** Grows each time the sheet was read anew. */
  edition: number;
};

export type Beginning = { total: number; cursors: readonly string[]; rows: readonly GridRow[] };
type Ask = (cursor: string | undefined, signal: AbortSignal) => Promise<GridRow[]>;

/** Rows beyond these are let go, those first that lie farthest from what is looked at. */
const MOST_PAGES = 80;
const AT_ONCE = 4;
const RENEWAL_MS = 2_000;

/** The row at a place, if it is held. */
export const heldRow = ({ pages }: HeldRows, place: number): GridRow | null =>
  pages.get(Math.floor(place / OUTLINE_STEP))?.rows[place % OUTLINE_STEP] ?? null;

/** The place of a claim among the rows that are held. */
export function placeOfHeld({ pages }: HeldRows, claimId: string): number | null {
  for (const [page, { rows }] of pages) {
    const at = rows.findIndex(({ id }) => id === claimId);
    if (at >= 0) return page * OUTLINE_STEP + at;
  }
  return null;
}

/** Reads the rows of a sheet as they are looked at, a few pages at a time, and forgets those that are far away. */
export class RowStore {
  private held: HeldRows;
  private cursors: readonly string[];
  private readonly ask: Ask;
  private readonly listeners = new Set<() => void>();
  private readonly loading = new Map<number, AbortController>();
  private wanted: [first: number, last: number] = [0, 0];

  constructor(ask: Ask, { total, cursors, rows }: Beginning) {
    this.ask = ask;
    this.cursors = cursors;
    this.held = {
      total,
      pages: new Map(rows.length > 0 ? [[0, { rows, old: false }]] : []),
      failed: new Set(),
      edition: 0,
    };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly get = () => this.held;

  /** The sheet as it is now: what is held of it stays to be seen until it is read again. */
  renew({ total, cursors, rows }: Beginning) {
    for (const controller of this.loading.values()) controller.abort();
    this.loading.clear();
    this.cursors = cursors;
    const last = Math.floor(Math.max(0, total - 1) / OUTLINE_STEP);
    const kept = [...this.held.pages].filter(([page]) => page > 0 && page <= last);
    const pages = new Map<number, Page>(kept.map(([page, { rows }]) => [page, { rows, old: true }]));
    if (rows.length > 0) pages.set(0, { rows, old: false });
    this.replace({ total, pages, failed: new Set(), edition: this.held.edition + 1 });
    this.readOn();
  }

  /** When the sheet has been read anew; at the latest after a while. */
  renewed(): Promise<void> {
    const { edition } = this.held;
    return new Promise((resolve) => {
      const end = () => {
        stop();
        clearTimeout(timer);
        resolve();
      };
      const stop = this.subscribe(() => (this.held.edition === edition ? undefined : end()));
      const timer = setTimeout(end, RENEWAL_MS);
    });
  }

  /** The same rows, of which something else is shown. */
  readAnew() {
    for (const controller of this.loading.values()) controller.abort();
    this.loading.clear();
    const pages = new Map([...this.held.pages].map(([page, { rows }]) => [page, { rows, old: true }]));
    this.replace({ ...this.held, pages, failed: new Set() });
    this.readOn();
  }

  /** Rows from `first` to `last` are looked at, or soon. */
  want(first: number, last: number) {
    this.wanted = [Math.floor(first / OUTLINE_STEP), Math.floor(Math.max(first, last) / OUTLINE_STEP)];
    for (const [page, controller] of this.loading) {
      if (this.isWanted(page)) continue;
      controller.abort();
      this.loading.delete(page);
    }
    this.readOn();
  }

  retry() {
    this.replace({ ...this.held, failed: new Set() });
    this.readOn();
  }

  /** Rows as they are after a change, wherever they are held. */
  patch(rows: readonly GridRow[]) {
    if (rows.length === 0) return;
    const byId = new Map(rows.map((row) => [row.id, row]));
    const pages = new Map(this.held.pages);
    for (const [number, page] of pages) {
      if (!page.rows.some(({ id }) => byId.has(id))) continue;
      pages.set(number, { ...page, rows: page.rows.map((row) => byId.get(row.id) ?? row) });
    }
    this.replace({ ...this.held, pages });
  }

  /** Those of some claims that are held. */
  byId(ids: readonly string[]): Map<string, GridRow> {
    const wanted = new Set(ids);
    const rows = [...this.held.pages.values()].flatMap((page) => page.rows.filter(({ id }) => wanted.has(id)));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** All rows of a stretch, read where they are not held. Throws where the server does not give them. */
  async rows(first: number, last: number): Promise<GridRow[]> {
    const found: GridRow[] = [];
    for (let page = Math.floor(first / OUTLINE_STEP); page <= Math.floor(last / OUTLINE_STEP); page++) {
      const held = this.held.pages.get(page);
      const rows = held && !held.old ? held.rows : await this.ask(this.cursorOf(page), new AbortController().signal);
      const start = page * OUTLINE_STEP;
      found.push(...rows.slice(Math.max(0, first - start), last - start + 1));
    }
    return found;
  }

  private readonly isWanted = (page: number) => page >= this.wanted[0] && page <= this.wanted[1];

  private cursorOf = (page: number) => (page === 0 ? undefined : this.cursors[page - 1]);

  private readOn() {
    const last = Math.floor(Math.max(0, this.held.total - 1) / OUTLINE_STEP);
    for (let page = this.wanted[0]; page <= Math.min(this.wanted[1], last); page++) {
      if (this.loading.size >= AT_ONCE) return;
      const isHeld = this.held.pages.get(page)?.old === false;
      if (!isHeld && !this.held.failed.has(page) && !this.loading.has(page)) void this.read(page);
    }
  }

  private async read(page: number) {
    const controller = new AbortController();
    this.loading.set(page, controller);
    try {
      const rows = await this.ask(this.cursorOf(page), controller.signal);
      if (controller.signal.aborted) return;
      this.loading.delete(page);
      this.replace({ ...this.held, pages: this.withPage(page, rows) });
    } catch {
      if (controller.signal.aborted) return;
      this.loading.delete(page);
      this.replace({ ...this.held, failed: new Set([...this.held.failed, page]) });
    }
    this.readOn();
  }

  private withPage(page: number, rows: readonly GridRow[]): Map<number, Page> {
    const pages = new Map(this.held.pages).set(page, { rows, old: false });
    if (pages.size <= MOST_PAGES) return pages;
    const middle = (this.wanted[0] + this.wanted[1]) / 2;
    const [farthest] = [...pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    if (farthest !== undefined) pages.delete(farthest);
    return pages;
  }

  private replace(held: HeldRows) {
    this.held = held;
    for (const listener of this.listeners) listener();
  }
}
