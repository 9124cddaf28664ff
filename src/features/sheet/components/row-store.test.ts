import { describe, expect, it } from "vitest";
import type { GridRow } from "../schema";
import { heldRow, placeOfHeld, RowStore } from "./row-store";

const row = (number: number, statement = `Claim ${number}`): GridRow => ({
  id: `id-${number}`,
  number,
  version: 1,
  cells: { statement },
  extra: {},
  words: {},
  inherited: false,
  relations: {},
});
const rowsFrom = (start: number, count = 100) => Array.from({ length: count }, (_, at) => row(start + at));
const TOTAL = 10_050;
const cursors = Array.from({ length: 100 }, (_, at) => String((at + 1) * 100));
const beginning = { total: TOTAL, cursors, rows: rowsFrom(0) };

type Waiting = { cursor: string | undefined; give: (rows: GridRow[]) => void; fail: () => void; signal: AbortSignal };

/** A server that answers when it is told to. */
function server() {
  const waiting: Waiting[] = [];
  const ask = (cursor: string | undefined, signal: AbortSignal) =>
    new Promise<GridRow[]>((give, reject) => {
      waiting.push({ cursor, signal, give, fail: () => reject(new Error("unreachable")) });
    });
  return { ask, waiting };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the rows of a sheet", () => {
  it("are read where they are looked at, and only there", async () => {
    const { ask, waiting } = server();
    const store = new RowStore(ask, beginning);
    store.want(0, 40);
    expect(waiting).toEqual([]);
    store.want(5_020, 5_110);
    expect(waiting.map(({ cursor }) => cursor)).toEqual(["5000", "5100"]);
    waiting[0]?.give(rowsFrom(5_000));
    await settled();
    expect(heldRow(store.get(), 5_020)?.number).toBe(5_020);
    expect(heldRow(store.get(), 5_110)).toBeNull();
    expect(placeOfHeld(store.get(), "id-5007")).toBe(5_007);
  });

  it("that were scrolled past are no longer waited for", () => {
    const { ask, waiting } = server();
    const store = new RowStore(ask, beginning);
    store.want(2_000, 2_050);
    store.want(9_000, 9_050);
    expect(waiting.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  it("that could not be read are told, and read again when asked", async () => {
    const { ask, waiting } = server();
    const store = new RowStore(ask, beginning);
    store.want(200, 240);
    waiting[0]?.fail();
    await settled();
    expect([...store.get().failed]).toEqual([2]);
    store.retry();
    waiting[1]?.give(rowsFrom(200));
    await settled();
    expect(heldRow(store.get(), 200)?.number).toBe(200);
    expect([...store.get().failed]).toEqual([]);
  });

  it("show a change wherever the claim stands", () => {
    const store = new RowStore(server().ask, { ...beginning, rows: [row(1), row(2), row(1)] });
    store.patch([row(1, "Changed")]);
    expect([0, 1, 2].map((place) => heldRow(store.get(), place)?.cells.statement)).toEqual([
      "Changed",
      "Claim 2",
      "Changed",
    ]);
  });

  it("stay to be seen while the sheet is read anew", async () => {
    const { ask, waiting } = server();
    const store = new RowStore(ask, beginning);
    store.want(100, 140);
    waiting[0]?.give(rowsFrom(100));
    await settled();
    store.renew({ ...beginning, total: 9_000 });
    expect(heldRow(store.get(), 120)?.number).toBe(120);
    expect(waiting).toHaveLength(2);
    waiting[1]?.give(rowsFrom(101));
    await settled();
    expect(heldRow(store.get(), 120)?.number).toBe(121);
  });

  it("are not all kept", async () => {
    const store = new RowStore(async (cursor) => rowsFrom(Number(cursor ?? 0)), beginning);
    for (let page = 0; page < 100; page++) {
      store.want(page * 100, page * 100 + 40);
      await settled();
    }
    expect(store.get().pages.size).toBeLessThanOrEqual(80);
    expect(heldRow(store.get(), 9_900)?.number).toBe(9_900);
  });

  it("of a stretch are given whole, held or not", async () => {
    const store = new RowStore(async (cursor) => rowsFrom(Number(cursor ?? 0)), beginning);
    const rows = await store.rows(95, 205);
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 111 }, (_, at) => 95 + at));
  });
});
