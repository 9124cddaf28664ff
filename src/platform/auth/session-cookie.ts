/** next-auth's cookie, whole or in pieces, with and without TLS. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?next-auth\.session-token(?:\.\d+)?=/;

/** Whether a request claims to come from a signed-in browser; only the session's row tells whether it does. */
export const hasSessionCookie = (request: Request) => SESSION_COOKIE.test(request.headers.get("cookie") ?? "");
