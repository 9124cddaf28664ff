const NOWHERE = "http://here.invalid";

/** Where to go after signing in: a path of this site as it was asked for, else the front page. Never another site. */
export function returnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith("/") || !URL.canParse(asked, NOWHERE)) return "/";
  const url = new URL(asked, NOWHERE);
  const path = url.pathname + url.search + url.hash;
  // A browser reads `//host` and `/\host` as another site; so may what is left of a path after its dots are resolved.
  if (url.origin !== NOWHERE || path.startsWith("//") || path === "/sign-in" || path.startsWith("/sign-in?"))
    return "/";
  return path;
}
