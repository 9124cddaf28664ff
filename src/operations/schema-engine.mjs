/**
 * Compares a live database with the schema folder, by the WebAssembly build of Prisma's schema engine: the ordinary
 * engine is a program that would have to be downloaded.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { inProject } from "./project.mjs";

/** PostgreSQL's internal one-byte type `"char"`, in which its catalogues write most of their flags. */
const oidOfChar = 18;

/**
 * @param {string} connectionString  a database to which all migrations were applied
 * @param {string} [schemaFolder]
 * @returns {Promise<string>} the SQL that turns the database into the schema; empty when both agree
 */
export async function schemaDifference(connectionString, schemaFolder = inProject("prisma")) {
  const pool = new pg.Pool({ connectionString, max: 2 });
  try {
    const engine = await openEngine(pool);
    const files = readSchema(schemaFolder);
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: schemaFolder },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const statements = (stdout ?? "").replace(/^--.*$/gm, "").trim();
    return statements === "" ? "" : stdout;
  } finally {
    await pool.end();
  }
}

function readSchema(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: path.join(folder, name), content: readFileSync(path.join(folder, name), "utf8") }));
}

async function openEngine(pool) {
  loading ??= loadBindings();
  const bindings = await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory(readingChars(new PrismaPg(pool)));
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
}

/** Once in a process: the bindings keep views of the memory of one instance. */
let loading;

async function loadBindings() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => process.stderr.write(`${message}\n`) };
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(path.join(path.dirname(file), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

/**
 * The adapter does not know the type "char" and gives up on the catalogue queries that return it. Here such columns
 * pass through it as blank-padded text, and are then labelled as the single characters which the engine expects.
 */
function readingChars(factory) {
  rewriteCharColumns();
  const wrap = (open) => async () => {
    const connection = await open();
    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of charColumns.get(query.sql) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return connection;
  };
  factory.connect = wrap(factory.connect.bind(factory));
  factory.connectToShadowDb = wrap(factory.connectToShadowDb.bind(factory));
  return factory;
}

/** By query text: which of its columns were of the type "char". */
const charColumns = new Map();
let rewriting = false;

function rewriteCharColumns() {
  if (rewriting) return;
  rewriting = true;
  const query = pg.Pool.prototype.query;
  pg.Pool.prototype.query = async function (config, ...rest) {
    const result = await query.call(this, config, ...rest);
    const text = typeof config === "string" ? config : config.text;
    const indices = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === oidOfChar ? [index] : []));
    if (indices.length > 0) charColumns.set(text, indices);
    for (const index of indices) result.fields[index].dataTypeID = pg.types.builtins.BPCHAR;
    return result;
  };
}
