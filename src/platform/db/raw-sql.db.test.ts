import { expect, test } from "vitest";
import { testDatabase } from "@/testing/database";
import { begin, Prisma, prisma } from "./client";

testDatabase();

test("reads values as the ORM does", async () => {
  const sql = Prisma.sql`SELECT 12::int8 AS big, 1.5::numeric AS exact, DATE '2024-10-21' AS day, 7::int2 AS small,
    TIMESTAMPTZ '2024-10-21T08:00:00Z' AS at, '{"a": [1]}'::jsonb AS json, ARRAY['ä', 'ب'] AS words, NULL::text AS none`;
  const [row] = await prisma().$queryRaw<Record<string, unknown>[]>`SELECT * FROM (${sql}) x`;
  expect(row).toEqual({
    big: 12n,
    exact: new Prisma.Decimal("1.5"),
    day: new Date("2024-10-21T00:00:00Z"),
    small: 7,
    at: new Date("2024-10-21T08:00:00Z"),
    json: { a: [1] },
    words: ["ä", "ب"],
    none: null,
  });
});

test("runs inside the transaction that the ORM began, and is undone with it", async () => {
  const name = "Never stored";
  const undone = begin(async (tx) => {
    const team = await tx.team.create({ data: { slug: "never-stored", name } });
    const seen = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM team WHERE id = ${team.id}::uuid`;
    expect(seen).toEqual([{ name }]);
    expect(await tx.$executeRaw`UPDATE team SET name = 'Changed' WHERE id = ${team.id}::uuid`).toBe(1);
    expect(await tx.team.findUniqueOrThrow({ where: { id: team.id } })).toMatchObject({ name: "Changed" });
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  expect(await prisma().team.count({ where: { slug: "never-stored" } })).toBe(0);
});

test("says no once the transaction has ended", async () => {
  let kept: { late?: () => Promise<unknown> } = {};
  await begin(async (tx) => {
    kept = { late: () => tx.$queryRaw`SELECT 1` };
    await tx.$queryRaw`SELECT 1`;
  });
  await expect(kept.late?.()).rejects.toThrow("not open any more");
});

test("two transactions at once each stay on their own connection", async () => {
  const backend = () =>
    begin(async (tx) => {
      const first = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid, pg_sleep(0.05)::text`;
      const second = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      expect(second[0]?.pid).toBe(first[0]?.pid);
      return first[0]?.pid;
    });
  const pids = await Promise.all([backend(), backend(), backend()]);
  expect(new Set(pids).size).toBe(3);
});

test("asks one after the other where a transaction's work asks side by side", async () => {
  const both = (tx: Pick<ReturnType<typeof prisma>, "$queryRaw">) =>
    Promise.all([1, 2, 3].map((n) => tx.$queryRaw<{ n: number }[]>`SELECT ${n}::int AS n, pg_sleep(0.01)::text`));
  const rows = await begin(both);
  expect(rows.flat().map(({ n }) => n)).toEqual([1, 2, 3]);
});
