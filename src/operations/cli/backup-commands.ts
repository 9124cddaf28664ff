import { restoreBackup } from "../backup/restore-backup";
import type { Manifest } from "../backup/tables";
import { writeBackup } from "../backup/write-backup";
import { type Command, requiredText } from "./command";
import { writeWhole } from "./write-whole";

const summaryOf = ({ tables }: Manifest) => {
  const counts = Object.values(tables).map(({ rows }) => rows);
  return `${counts.reduce((sum, rows) => sum + rows, 0)} rows in ${counts.length} tables`;
};

export const backup: Command = {
  name: "backup",
  usage: "--out FILE",
  summary:
    "Writes everything to one file, as of one moment, while the server may go on. It holds password hashes: keep it safe.",
  options: { out: { type: "string" } },
  required: ["out"],
  run: async (given) => {
    const file = given.resolvePath(requiredText(given, "out"));
    let manifest: Manifest = { tables: {} };
    await writeWhole(file, async (stream) => {
      manifest = await writeBackup(given.database.directUrl, stream);
    });
    return { text: `${file}: ${summaryOf(manifest)}`, json: { file, ...manifest } };
  },
};

export const restore: Command = {
  name: "restore",
  usage: "FILE",
  summary: "Puts a backup into an empty database, after checking all of it. The server may be started afterwards.",
  options: {},
  positionals: ["FILE"],
  run: async (given) => {
    const file = given.resolvePath(given.positionals[0] ?? "");
    const manifest = await restoreBackup(given.database.directUrl, file);
    return { text: summaryOf(manifest), json: { file, ...manifest } };
  },
};
