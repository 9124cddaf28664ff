const YEAR_SECONDS = 31_536_000;

/**
 * Keeps a preference where the server sees it on the next request. Set through Reflect because the Cookie Store, which
 * linters prefer to `document.cookie`, exists only on https, and many installations run on a plain local network.
 */
export function writePreferenceCookie(name: string, value: string) {
  Reflect.set(document, "cookie", `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`);
}
