import { type NextRequest, NextResponse } from "next/server";
import { hasSessionCookie } from "./platform/auth/session-cookie";

/*
 * Runs before every page: headers that bind the browser, and a cheap redirect for visitors without a session cookie.
 * It is no permission check. Each page, action, route, query and command makes its own.
 */

const OPEN = /^\/(sign-in|set-up|join)(\/|$)/;

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const reads = request.method === "GET" || request.method === "HEAD";
  // Only reading is sent away: an action answers for itself, so that nothing typed is lost to a redirect.
  if (reads && !OPEN.test(pathname) && !hasSessionCookie(request)) {
    const signIn = new URL("/sign-in", request.url);
    if (pathname !== "/") signIn.searchParams.set("from", pathname + search);
    return bind(NextResponse.redirect(signIn), pathname);
  }
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Next reads the nonce from here and puts it on every script and style it writes.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return bind(response, OPEN.test(pathname) ? (request.nextUrl.searchParams.get("from") ?? "") : pathname);
}

function contentPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Sizes and positions that only the browser knows are style attributes; a nonce cannot stand on those.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Where the clipper's window opens: it must know who opened it, also when it asks to sign in first. */
const CLIPS = /^\/[^/?]+\/cases\/[^/?]+\/articles\/clip$/;

function bind(response: NextResponse, path: string): NextResponse {
  const { headers } = response;
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  // The addresses of cases must not reach the outlets whose pages analysts open.
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", CLIPS.test(path) ? "unsafe-none" : "same-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  if (process.env.PUBLIC_URL?.startsWith("https:")) headers.set("Strict-Transport-Security", "max-age=31536000");
  return response;
}

export const config = {
  // The API is left out for more than speed: a request that passes here is cut off at 10 MB, and imports are larger.
  // Files at the root have a dot in their names; teams have none.
  matcher: ["/((?!api/|_next/|[^/]+\\.[a-z0-9]+$).*)"],
};
