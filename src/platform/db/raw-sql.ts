import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma } from "@/generated/prisma/client";
import { env } from "../env";

/**
 * SQL by hand goes straight to the connection: through the ORM each statement takes about three times as long, and a page
 * or a command is made of several. Inside a transaction that is the transaction's own connection, so that statements by
 * hand and those of the ORM mix.
 */
type Sql = Pick<Prisma.TransactionClient, "$queryRaw" | "$executeRaw">;
type Ask = (query: pg.QueryConfig) => Promise<pg.QueryResult>;
type Query = TemplateStringsArray | Prisma.Sql;

/** The same client, whose `$queryRaw` and `$executeRaw` ask by `ask`. */
export function withRawSql<Client extends Sql>(client: Client, ask: Ask): Client {
  const own = sqlBy(ask);
  return new Proxy(client, {
    get: (target, key) => (Object.hasOwn(own, key) ? own[key as keyof Sql] : Reflect.get(target, key)),
  });
}

function sqlBy(ask: Ask): Sql {
  const run = (query: Query, values: unknown[]) => {
    const sql = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...(values as never[]));
    const { text, values: given } = sql;
    return ask({ ...(isPlannedOnce(sql) && { name: nameOf(text) }), text, values: given, types: TYPES });
  };
  return {
    $queryRaw: async (query: Query, ...values: unknown[]) => (await run(query, values)).rows,
    $executeRaw: async (query: Query, ...values: unknown[]) => (await run(query, values)).rowCount ?? 0,
  } as unknown as Sql;
}

const plannedOnce = new WeakSet<Prisma.Sql>();

/**
 * The same statement, whose plan a connection keeps: for one that takes longer to plan than to run. Its text must be one of
 * few, and its best plan must not hang on the values.
 */
export function keepPlan(sql: Prisma.Sql): Prisma.Sql {
  plannedOnce.add(sql);
  return sql;
}

/** A transaction pooler gives each transaction another connection, which would not know the plan. */
const isPlannedOnce = (sql: Prisma.Sql) => plannedOnce.has(sql) && !env().DATABASE_DIRECT_URL;

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `kept_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  names.set(text, name);
  return name;
}

/** Values as the ORM reads them. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
  [pg.types.builtins.DATE, (text) => new Date(`${text}T00:00:00Z`)],
]);
const TYPES = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format as "text"),
} as pg.CustomTypesConfig;

type Begun = { connection?: pg.ClientBase | undefined };

/** One of the process, as the client is: pages, routes and the jobs of a server may each have loaded this file anew. */
const kept = globalThis as typeof globalThis & { crossbearingBeginning?: AsyncLocalStorage<Begun> };
kept.crossbearingBeginning ??= new AsyncLocalStorage<Begun>();
const beginning = kept.crossbearingBeginning;

/** Begins a transaction by `begin`, whose work asks on the connection it runs on for as long as it is open. */
export function onItsConnection<T>(begin: (ask: Ask) => Promise<T>): Promise<T> {
  const begun: Begun = {};
  const ask = inTurn(async (query) => {
    if (!begun.connection) throw new Error("The transaction is not open any more.");
    return begun.connection.query(query);
  });
  return beginning.run(begun, () => begin(ask));
}

/** One after the other: a connection takes one query at a time. */
function inTurn(ask: Ask): Ask {
  let last: Promise<unknown> = Promise.resolve();
  return (query) => {
    const next = last.then(() => ask(query));
    last = next.catch(() => undefined);
    return next;
  };
}

/** Prisma's adapter for `pg`, which tells `onItsConnection` the connection of the transaction that it begins. */
export class TellingAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => {
      const transaction = await start(isolation);
      const begun = beginning.getStore();
      if (begun) {
        begun.connection = (transaction as unknown as { client: pg.ClientBase }).client;
        for (const end of ["commit", "rollback"] as const) {
          const ended = transaction[end].bind(transaction);
          transaction[end] = () => {
            begun.connection = undefined;
            return ended();
          };
        }
      }
      return transaction;
    };
    return adapter;
  }
}
