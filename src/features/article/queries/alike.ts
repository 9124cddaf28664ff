import { type Ctx, db } from "@/platform/context";
import { ensureFingerprints } from "../commands/ensure-fingerprints";
import { sha256 } from "../commands/open-source";
import { addressKey } from "../rules/address-key";
import { fingerprintOf, likenessOf } from "../rules/fingerprint";
import { containmentOf, overlapOf } from "../rules/shingles";
import type { Alike } from "../schema";
import { listTexts } from "./prints";

type About = { url: string | null; text: string };
type Named = Pick<Alike, "articleId" | "title" | "outlet">;

/** Texts that are compared word by word, the likest first. */
const COMPARED = 5;
/** From how much on a text is worth telling of: of its own runs of words, or of the shorter text's. */
const LEAST_LIKENESS = 0.2;
const LEAST_CONTAINED = 0.4;
const PRINTED_AT_ONCE = 50;

/** The articles of a case that a source is already, or nearly is: by address, by text, by what the texts share. */
export async function findAlike(
  ctx: Ctx,
  caseId: string,
  { url, text }: About,
  except: string | null,
): Promise<Alike[]> {
  const found = new Map<string, Alike>();
  const add = (each: Alike) => {
    if (each.articleId !== except && !found.has(each.articleId)) found.set(each.articleId, each);
  };
  if (url)
    for (const each of await findByAddress(ctx, caseId, url)) add({ ...each, how: "address", shared: 0, passage: "" });
  for (const each of await findByText(ctx, caseId, text)) add({ ...each, how: "text", shared: 1, passage: "" });
  for (const each of await findNear(ctx, caseId, text, except)) add(each);
  return [...found.values()];
}

/** The articles of a case at the same address, however it is written. */
export async function findByAddress(ctx: Ctx, caseId: string, url: string): Promise<Named[]> {
  const key = addressKey(url);
  if (key === null) return [];
  const host = key.split(/[/?]/)[0] ?? "";
  const rows = await db(ctx).$queryRaw<(Named & { url: string })[]>`
    SELECT a.id::text AS "articleId", a.title, o.name AS outlet, a.url
    FROM article a JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${caseId}::uuid AND strpos(lower(a.url), ${host}) > 0
    ORDER BY a.id DESC`;
  return rows.filter((row) => addressKey(row.url) === key).map(({ url: _, ...row }) => row);
}

const findByText = (ctx: Ctx, caseId: string, text: string) => db(ctx).$queryRaw<Named[]>`
  SELECT DISTINCT ON (a.id) a.id::text AS "articleId", a.title, o.name AS outlet
  FROM article_version v
  JOIN article a ON a.team_id = v.team_id AND a.id = v.article_id
  JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
  WHERE v.team_id = ${ctx.teamId}::uuid AND v.sha256 = ${sha256(text)} AND a.case_id = ${caseId}::uuid`;

/** Of articles that came before fingerprints were made on adding one: the newest, so that one look is bounded. */
async function listUnprinted(ctx: Ctx, caseId: string): Promise<string[]> {
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT a.id::text FROM article a
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${caseId}::uuid
      AND NOT EXISTS (SELECT 1 FROM article_fingerprint f WHERE f.team_id = a.team_id AND f.article_id = a.id)
      AND EXISTS (SELECT 1 FROM article_version v WHERE v.team_id = a.team_id AND v.article_id = a.id AND v.text IS NOT NULL)
    ORDER BY a.id DESC LIMIT ${PRINTED_AT_ONCE}`;
  return rows.map(({ id }) => id);
}

type Print = Named & { versionId: string; shingles: number; sketch: number[] };

/** Two texts that share a tenth of their runs of words share a value of their sketches nearly always. */
async function findNear(ctx: Ctx, caseId: string, text: string, except: string | null): Promise<Alike[]> {
  const print = fingerprintOf(text);
  if (print.shingles === 0) return [];
  await ensureFingerprints(ctx, await listUnprinted(ctx, caseId));
  const prints = await db(ctx).$queryRaw<Print[]>`
    SELECT a.id::text AS "articleId", a.title, o.name AS outlet, f.version_id::text AS "versionId", f.shingles, f.sketch
    FROM article_fingerprint f
    JOIN article a ON a.team_id = f.team_id AND a.id = f.article_id
    JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
    WHERE f.team_id = ${ctx.teamId}::uuid AND f.sketch && ${print.sketch}::int[] AND a.case_id = ${caseId}::uuid`;
  const likest = prints
    .filter(({ articleId }) => articleId !== except)
    .map((each) => ({ ...each, likeness: likenessOf(print.sketch, each.sketch) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, COMPARED);
  const texts = await listTexts(
    ctx,
    likest.map(({ versionId }) => versionId),
  );
  return likest.flatMap(({ articleId, title, outlet, versionId }) => {
    const overlap = overlapOf(text, texts.get(versionId) ?? "");
    const shared = containmentOf(overlap);
    if (overlap.likeness < LEAST_LIKENESS && shared < LEAST_CONTAINED) return [];
    return [{ articleId, title, outlet, how: "near" as const, shared, passage: overlap.passage.slice(0, 600) }];
  });
}
