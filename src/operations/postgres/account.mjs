/**
 * Under which account PostgreSQL runs. It refuses to run as root, and it must own its data and reach its programs.
 * A normal user simply runs it. For root, from best to last resort, each way is tried on the real paths:
 *
 *   1. a user namespace: PostgreSQL believes to be someone else while files stay root's, so a folder that only
 *      root may enter works too;
 *   2. the owner of the project's folder, where that is a normal user;
 *   3. an account without rights (`postgres` or `nobody`), where it can reach programs and data;
 *   4. the same account on a copy of the programs, with the data outside the project.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { Stop } from "../stop.mjs";
import { binariesIn } from "./binaries.mjs";

/**
 * @typedef {object} Account
 * @property {ReturnType<typeof binariesIn>} binaries
 * @property {string} dataDir  where the data really is
 * @property {string[]} prefix  what stands before the program on the command line
 * @property {{ uid?: number, gid?: number }} identity  for child_process
 */

/** @returns {Account} */
export function chooseAccount(binaries, dataDir) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) return { binaries, dataDir, prefix: [], identity: {} };
  prepareFolder(path.dirname(dataDir));
  if (existsSync(`${dataDir}.location`)) return own(copied(binaries, dataDir));
  for (const candidate of rootCandidates(binaries, dataDir)) {
    if (reaches(candidate)) return own(candidate);
  }
  return own(copied(binaries, dataDir));
}

/** `setpriv` makes the kernel stop PostgreSQL when the process that started it dies, however it dies. */
export function tiedToParent() {
  const works = process.platform === "linux" && spawnSync("setpriv", ["--pdeathsig", "INT", "true"]).status === 0;
  return works ? ["setpriv", "--pdeathsig", "INT"] : [];
}

function* rootCandidates(binaries, dataDir) {
  const namespace = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];
  yield { binaries, dataDir, prefix: namespace, identity: {} };
  const { uid, gid } = statSync(path.dirname(dataDir));
  if (uid !== 0) yield { binaries, dataDir, prefix: [], identity: { uid, gid } };
  const project = statSync(path.resolve(binaries.home, "../../../.."));
  if (project.uid !== 0) yield { binaries, dataDir, prefix: [], identity: { uid: project.uid, gid: project.gid } };
  yield { binaries, dataDir, prefix: [], identity: powerless() };
}

/** Asked of the real paths under the real account: may the program be run, and may the data be written? */
function reaches({ binaries, dataDir, prefix, identity }) {
  const folder = path.dirname(dataDir);
  const probe = path.join(folder, `.probe-${process.pid}`);
  const wasOwn = existsSync(dataDir) ? dataDir : probe;
  try {
    if (wasOwn === probe) {
      mkdirSync(probe, { mode: 0o700 });
      if (identity.uid !== undefined) lchownSync(probe, identity.uid, identity.gid);
    }
    const writable = identity.uid !== undefined && wasOwn === dataDir ? folder : wasOwn;
    const test = writable === folder ? '"$0" -V && test -x "$1"' : '"$0" -V && test -w "$1"';
    const [command, ...args] = [...prefix, "sh", "-c", test, binaries.postgres, writable];
    return spawnSync(command, args, { ...identity, cwd: "/", stdio: "ignore" }).status === 0;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/** The data stays where it is when only the programs are out of reach. Once moved it stays moved. */
function copied(binaries, dataDir) {
  const key = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);
  const home = path.join(persistentFolder(), `crossbearing-${key(binaries.home)}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  copyPrograms(binaries, home);
  const inPlace = { binaries: binariesIn(path.join(home, "native")), dataDir, prefix: [], identity: powerless() };
  if (!existsSync(`${dataDir}.location`) && reaches(inPlace)) return inPlace;
  const moved = { ...inPlace, dataDir: path.join(home, `${path.basename(dataDir)}-${key(dataDir)}`) };
  if (!reaches(moved)) throw new Stop(`PostgreSQL cannot run as root, and no other account can reach ${home}.`);
  if (existsSync(dataDir) && !existsSync(moved.dataDir)) {
    cpSync(dataDir, `${moved.dataDir}.tmp`, { recursive: true });
    renameSync(`${moved.dataDir}.tmp`, moved.dataDir);
    renameSync(dataDir, `${dataDir}.moved`);
  }
  writeFileSync(`${dataDir}.location`, `${moved.dataDir}\n`);
  return moved;
}

function copyPrograms(binaries, home) {
  const version = readFileSync(path.join(binaries.home, "..", "package.json"), "utf8");
  const stamp = path.join(home, "programs.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === version) return;
  const native = path.join(home, "native");
  rmSync(native, { recursive: true, force: true });
  cpSync(binaries.home, native, { recursive: true, verbatimSymlinks: true });
  // Whatever the umask of the installation was: who runs the programs may read them.
  const { uid, gid } = powerless();
  changeOwner(native, uid, gid);
  chmodSync(home, 0o755);
  writeFileSync(stamp, version);
}

function persistentFolder() {
  try {
    accessSync("/var/lib", constants.W_OK);
    return "/var/lib";
  } catch {
    return os.tmpdir();
  }
}

function powerless() {
  for (const name of ["postgres", "nobody"]) {
    const ids = ["-u", "-g"].map((flag) =>
      Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout?.trim() || Number.NaN),
    );
    if (ids.every((id) => Number.isInteger(id) && id > 0)) return { uid: ids[0], gid: ids[1] };
  }
  return { uid: 65534, gid: 65534 };
}

/** Others must be able to pass through the data folder to their own files in it, not to list it. */
function prepareFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const { mode } = statSync(folder);
  if ((mode & 0o111) !== 0o111) chmodSync(folder, mode | 0o111);
}

function own(account) {
  if (existsSync(account.dataDir)) changeOwner(account.dataDir, account.identity.uid ?? 0, account.identity.gid ?? 0);
  return account;
}

function changeOwner(folder, uid, gid) {
  if (statSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { recursive: true })) lchownSync(path.join(folder, entry), uid, gid);
  lchownSync(folder, uid, gid);
}
