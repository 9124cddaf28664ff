import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { config, proxy } from "./proxy";

const ask = (path: string, init: { cookie?: string; method?: string } = {}) =>
  proxy(
    new NextRequest(`http://localhost:3000${path}`, {
      method: init.method ?? "GET",
      headers: init.cookie ? { cookie: init.cookie } : {},
    }),
  );
const signedIn = "a=b; next-auth.session-token=x";

describe("a visitor without a session", () => {
  test("is sent to sign in, and back to where they wanted to go", () => {
    const { status, headers } = ask("/desk/cases?q=a b");
    expect(status).toBe(307);
    expect(headers.get("location")).toBe("http://localhost:3000/sign-in?from=%2Fdesk%2Fcases%3Fq%3Da%2520b");
  });

  test.each(["/sign-in", "/set-up/secret"])("reaches %s", (path) => {
    expect(ask(path).headers.get("location")).toBeNull();
  });

  test("is not sent away while writing", () => {
    expect(ask("/desk/cases", { method: "POST" }).headers.get("location")).toBeNull();
  });
});

describe("every page", () => {
  const headers = () => ask("/desk/cases", { cookie: signedIn }).headers;

  test("runs only scripts that carry this answer's nonce, and is framed by nobody", () => {
    const policy = headers().get("content-security-policy") ?? "";
    const nonce = /script-src 'self' 'nonce-([\w+/=]{24})' 'strict-dynamic'(?:;|$)/.exec(policy)?.[1];
    expect(nonce).toBeDefined();
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("worker-src 'self';");
    expect(headers().get("content-security-policy")).not.toContain(nonce);
  });

  test("tells no other site where it was", () => {
    expect(headers().get("referrer-policy")).toBe("same-origin");
    expect(headers().get("x-content-type-options")).toBe("nosniff");
  });
});

test.each([
  ["/", true],
  ["/desk/cases/1", true],
  ["/apiary/cases", true],
  ["/api/v1/cases", false],
  ["/_next/static/chunks/a.js", false],
  ["/favicon.ico", false],
  ["/icons-desk/cases", true],
  ["/desk/cases/1/articles/report.html", true],
])("%s passes the proxy: %s", (path, passes) => {
  expect(new RegExp(`^${config.matcher[0]}$`).test(path)).toBe(passes);
});

test("only the clipper's window knows who opened it, on its way through the sign-in too", () => {
  const policy = (path: string) => ask(path, { cookie: signedIn }).headers.get("cross-origin-opener-policy");
  expect(policy("/desk/cases/1/articles/clip")).toBe("unsafe-none");
  expect(policy("/sign-in?from=%2Fdesk%2Fcases%2F1%2Farticles%2Fclip")).toBe("unsafe-none");
  for (const path of [
    "/desk/cases",
    "/sign-in",
    "/desk/cases/1/articles/clipper",
    "/desk/cases/1/articles/new",
    "/sign-in?from=/desk",
  ])
    expect(policy(path)).toBe("same-origin");
});
