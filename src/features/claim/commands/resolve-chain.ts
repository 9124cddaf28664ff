import { resolveOutlet } from "@/features/outlet/commands/resolve-outlet";
import { findOutlets } from "@/features/outlet/queries";
import type { TxCtx } from "@/platform/context";
import { invalid } from "@/platform/errors";
import { type Attribution, type KnownOutlet, resolveAttribution } from "../rules/attribution";

/** The outlet that published an article of this case; INVALID at `articleId` for any other article. */
export async function findArticleOutlet(ctx: TxCtx, caseId: string, articleId: string): Promise<KnownOutlet> {
  const [row] = await ctx.tx.$queryRaw<KnownOutlet[]>`
    SELECT o.id::text, o.name FROM article a JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${caseId}::uuid AND a.id = ${articleId}::uuid`;
  if (!row) throw invalid("articleId", "is not an article of this case");
  return row;
}

type Given = {
  chain: readonly string[];
  outlet: string | null;
  articleOutlet: KnownOutlet | null;
  /** Steps of the chain that are not outlets, whatever the team knows. */
  sources?: readonly string[] | undefined;
  /** Steps of the chain that are outlets, known to the team or not. */
  newOutlets?: readonly string[] | undefined;
};

/**
 * The attribution with its outlets found in the team. The outlet credited is created where the name is new, and so
 * are the steps that the input calls outlets; no other step is: an unknown name may as well be a person's. Take the case's lock first.
 */
export async function resolveChain(
  ctx: TxCtx,
  { chain, outlet, articleOutlet, sources = [], newOutlets = [] }: Given,
): Promise<Attribution> {
  const credited = outlet === null ? null : await resolveOutlet(ctx, outlet);
  for (const name of newOutlets) if (chain.includes(name)) await resolveOutlet(ctx, name, "attribution");
  const asked = chain.filter((name) => !sources.includes(name));
  const known = asked.length === 0 ? new Map() : await findOutlets(ctx, asked);
  const attribution = resolveAttribution({ chain, outlet: credited, typed: outlet, articleOutlet }, known);
  if ("refusal" in attribution) throw invalid(attribution.refusal.path, attribution.refusal.message);
  return attribution;
}
