import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { loadCases, loadUnread } from "@/features/case/loaders";
import { canOpenCase } from "@/features/case/policy";
import { currentUser, pageCtx } from "@/platform/auth/session";
import type { PaletteItem } from "@/ui/command-palette";
import { RAIL_COOKIE, railCollapsed } from "@/ui/shell/rail-cookie";
import { parseTheme, THEME_COOKIE } from "@/ui/theme/theme";

/** What every shell of a team needs to know, whatever stands in it. */
export async function shellFrame(slug: string) {
  const [user, ctx, jar, cases, unread] = await Promise.all([
    currentUser(),
    pageCtx(slug),
    cookies(),
    loadCases(slug),
    loadUnread(slug),
  ]);
  if (!user) redirect("/sign-in");
  const team = user.teams.find((each) => each.slug === slug) ?? notFound();
  const newCase: PaletteItem = { id: "new case", label: "New case", href: `/${slug}/cases?new=1` };
  return {
    actor: ctx.actor,
    unread,
    begin: canOpenCase(ctx.actor) ? [newCase] : [],
    shell: {
      team: { slug, name: team.name },
      teams: user.teams.map(({ slug, name }) => ({ slug, name })),
      user: { name: user.name, role: team.role },
      theme: parseTheme(jar.get(THEME_COOKIE)?.value),
      railCollapsed: railCollapsed(jar.get(RAIL_COOKIE)?.value),
      cases: cases.items.map(({ id, title }) => ({ id, title })),
    },
  };
}
