import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { getCase } from "@/features/case/queries";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { getMe } from "@/features/team/queries";
import type { Ctx, TxCtx } from "@/platform/context";
import { atOneMoment } from "@/platform/db/at-one-moment";
import { PRODUCT_VERSION } from "@/platform/product-version";
import { streamFrom, type Write } from "@/platform/stream-from";
import { plainText } from "../rules/report/block";
import {
  CONTEXT,
  claimAnnotation,
  findingAnnotation,
  relationAnnotation,
  reviewAnnotations,
  urn,
} from "../rules/report/json-ld";
import { count, type Tally } from "../rules/tally";
import { claimLots, countLeading, findingLots, relationLots } from "./case-lots";
import { type ReportQuery, reportAbout } from "./report-about";
import { openConflicts, prepareConflicts } from "./report-conflicts";

type Json = Record<string, unknown>;

/**
 * A case as an annotation collection, one annotation a line. What it holds, and the hash of those lines, follow behind
 * them: so nothing of it has to be held, and a file that broke off does not parse.
 */
export async function exportJsonLd(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
  tally: Tally = {},
): Promise<Readable> {
  const { blind } = await getCase(ctx, caseId);
  const query = { caseId, blind, filter, sort, tally };
  return streamFrom(async (write) => {
    await prepareConflicts(ctx, query);
    await atOneMoment(ctx, (ctx) => writeCollection(ctx, query, write));
  });
}

async function writeCollection(ctx: TxCtx, query: ReportQuery, write: Write): Promise<void> {
  const about = await reportAbout(ctx, query);
  const head = {
    "@context": CONTEXT,
    id: urn(query.caseId),
    type: "AnnotationCollection",
    label: about.title,
    generator: { id: "urn:crossbearing:software", type: "Software", name: `Crossbearing ${PRODUCT_VERSION}` },
    creator: { id: urn(ctx.actor.userId), type: "Person", name: about.by },
    generated: about.at,
    "schema:description": about.description,
    "cb:filter": about.filter ? plainText(about.filter) : "none: the whole case, retracted claims included",
    "cb:blind": about.blind,
  };
  await write(
    `${JSON.stringify(head).slice(0, -1)},\n"first":{"id":"${urn(query.caseId)}#page","type":"AnnotationPage","startIndex":0,"items":[\n`,
  );
  const hash = createHash("sha256");
  let total = 0;
  // A line is written when the next one is known, for only the last has no comma.
  let line: string | null = null;
  for await (const lot of annotations(ctx, query)) {
    let lines = "";
    for (const annotation of lot) {
      if (line !== null) lines += `${line},\n`;
      line = JSON.stringify(annotation);
    }
    total += lot.length;
    hash.update(lines);
    await write(lines);
  }
  const last = line === null ? "" : `${line}\n`;
  hash.update(last);
  const tail = {
    total,
    "cb:contents": {
      ...Object.fromEntries(Object.entries(query.tally).map(([what, number]) => [`cb:${what}`, number])),
      "cb:claimsLeftOut": about.leftOut,
      "cb:relationsLeftOut": await countLeading(ctx, query),
    },
    "cb:sha256": hash.digest("hex"),
    "cb:sha256Of": "the lines that hold an annotation each, as they stand: grep '^{\"id\"' FILE | sha256sum",
  };
  await write(`${last}]},\n${JSON.stringify(tail).slice(1)}\n`);
}

async function* annotations(ctx: TxCtx, query: ReportQuery): AsyncGenerator<Json[]> {
  const { team } = await getMe(ctx);
  const { tally } = query;
  for await (const claims of claimLots(ctx, query)) {
    yield claims.flatMap((each) => [claimAnnotation(each), ...reviewAnnotations(each.claim, team)]);
    count(tally, "claims", claims.length);
  }
  for await (const relations of relationLots(ctx, query)) {
    yield relations.map(relationAnnotation);
    count(tally, "relations", relations.length);
  }
  for await (const findings of findingLots(await openConflicts(ctx, query))) {
    yield findings.map(findingAnnotation);
    count(tally, "findings", findings.length);
  }
}
