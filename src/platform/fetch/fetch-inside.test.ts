import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { networkInterfaces } from "node:os";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type HostileUrl, hostileUrls, INSIDE_V4, INSIDE_V6, spellV4 } from "@/testing/hostile-urls";
import { type WebSite, webSite } from "@/testing/web-site";
import { type FetchOptions, fetchPage } from "./fetch-page";
import type { RefusalReason } from "./fetch-refused";
import { isPublicAddress } from "./public-address";

/** Stands inside and must never be asked. It listens on every address of this machine. */
let canary: WebSite;
/** Stands for a site of the internet, by an allowance for its address and port alone. */
let site: WebSite;
let location = "";
/** Connections that anything in this process has begun. */
let connections = 0;

const countConnection = () => {
  connections++;
};
/** Some containers have none; what needs it to be reached needs no refusing there. */
const hasV6 = Object.values(networkInterfaces()).some((found) => found?.some(({ address }) => address === "::1"));
const CHANNELS = ["net.client.socket", "undici:client:beforeConnect"];

beforeAll(async () => {
  canary = await webSite(
    (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<p>secret");
    },
    hasV6 ? "::" : "0.0.0.0",
  );
  site = await webSite((request, response) => {
    if (request.url === "/page") response.writeHead(200, { "content-type": "text/html" }).end("<p>open");
    else response.writeHead(302, { location }).end();
  });
  for (const channel of CHANNELS) subscribe(channel, countConnection);
});

afterAll(async () => {
  for (const channel of CHANNELS) unsubscribe(channel, countConnection);
  await Promise.all([canary.close(), site.close()]);
});

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", `postgresql://nowhere/${Math.random()}`);
  connections = 0;
  canary.hits.length = 0;
  site.hits.length = 0;
});

afterEach(() => {
  vi.unstubAllEnvs();
  expect(canary.hits).toEqual([]);
});

const onlySite = (address: string, port: number) => address === "127.0.0.1" && port === site.port;
const atSite = (name: string, path = "/") => `http://${name}:${site.port}${path}`;

async function outcome(url: string, options?: FetchOptions): Promise<RefusalReason | "fetched" | "fault"> {
  try {
    await fetchPage(url, { timeMs: 10_000, ...options });
    return "fetched";
  } catch (error) {
    return error instanceof Error && "reason" in error ? (error.reason as RefusalReason) : "fault";
  }
}

/** Rows of a table that were not refused for one of these reasons. */
async function unexpected(rows: HostileUrl[], reasons: RefusalReason[], options?: FetchOptions): Promise<string[]> {
  const found: string[] = [];
  for (const { what, url } of rows) {
    const reason = await outcome(url, options);
    if (!reasons.includes(reason as RefusalReason)) found.push(`${what}: ${reason}`);
  }
  return found;
}

/** A resolver that must not be asked. */
const nobody = async () => {
  throw new Error("A name was looked up.");
};

describe("addresses that lead inside", () => {
  it("are refused in every spelling, with no name looked up and no connection begun", async () => {
    const rows = hostileUrls(canary.port);
    expect(new Set(rows.map(({ url }) => url)).size).toBeGreaterThan(900);
    expect(await unexpected(rows, ["address", "scheme", "credentials"], { resolve: nobody })).toEqual([]);
    expect(connections).toBe(0);
  });

  it("are refused on the ports of web sites, too", async () => {
    const rows = [80, 443, 8080, 8443].flatMap((port) => hostileUrls(port));
    expect(await unexpected(rows, ["address", "scheme", "credentials"], { resolve: nobody })).toEqual([]);
    expect(connections).toBe(0);
  });

  it("are refused as what they are: by far most of the table is about the address", async () => {
    const rows = hostileUrls(canary.port).filter(({ what }) => !/user|scheme/.test(what));
    expect(await unexpected(rows, ["address"], { resolve: nobody })).toEqual([]);
  });

  it("would reach the canary if nothing refused them: the table has teeth", async () => {
    const rows = spellV4("127.0.0.1")
      .filter(({ how }) => !/NAT64|6to4|Teredo|ISATAP|compatible|translated/.test(how))
      .filter(({ how }) => hasV6 || !how.startsWith("mapped"));
    for (const { host } of rows) await outcome(`http://${host}:${canary.port}/`, { allow: () => true });
    expect(canary.hits).toHaveLength(rows.length);
    canary.hits.length = 0;
  });

  it("are refused by address exactly where the address is not public", async () => {
    const spelling = fc.nat(spellV4("0.0.0.0").length - 1);
    await fc.assert(
      fc.asyncProperty(fc.ipV4(), spelling, async (address, index) => {
        const { how = "", host = "" } = spellV4(address)[index] ?? {};
        // A port that no site is fetched from keeps this from asking anybody: public ones are refused for that.
        const reason = await outcome(`http://${host}:1/`, { resolve: nobody });
        const carriesIt = !/local NAT64|6to4|Teredo|ISATAP|compatible|translated/.test(how);
        expect(reason).toBe(carriesIt && isPublicAddress(address) ? "port" : "address");
      }),
      { numRuns: 500 },
    );
    expect(connections).toBe(0);
  });
});

describe("redirects that lead inside", () => {
  it("are refused in every spelling", async () => {
    const rows = hostileUrls(canary.port).filter(({ url }) => /^[\x21-\x7e]*$/.test(url));
    expect(rows.length).toBeGreaterThan(300);
    const found: string[] = [];
    for (const { what, url } of rows) {
      // Read as a browser reads it: relative to the page, where a scheme without slashes means a path.
      location = url;
      const reason = await outcome(atSite("127.0.0.1"), { allow: onlySite, resolve: nobody });
      if (!["address", "scheme", "credentials", "redirects"].includes(reason)) found.push(`${what}: ${reason}`);
    }
    expect(found).toEqual([]);
    expect(site.hits.length).toBeGreaterThanOrEqual(rows.length);
  });

  it.each(["//127.0.0.1:80/", "\\\\127.0.0.1:80\\", "http://[::1]/", "https://2130706433/", "//localhost/"])(
    "are refused where they are relative or short: %s",
    async (target) => {
      location = target;
      expect(await outcome(atSite("127.0.0.1"), { allow: onlySite, resolve: nobody })).toBe("address");
    },
  );

  it.each([
    ["file:///etc/passwd", "scheme"],
    ["ftp://example.com/", "scheme"],
    ["data:text/html,x", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["http://a:b@example.com/", "credentials"],
    ["http://8.8.8.8:22/", "port"],
  ])("%s: %s", async (target, reason) => {
    location = target;
    expect(await outcome(atSite("127.0.0.1"), { allow: onlySite, resolve: nobody })).toBe(reason);
  });
});

describe("names that lead inside", () => {
  it.each([...INSIDE_V4, ...INSIDE_V6])("are refused when they resolve to %s", async (address) => {
    const url = `http://site.example:${canary.port}/`;
    expect(await outcome(url, { resolve: async () => [address] })).toBe("address");
    expect(await outcome(url, { resolve: async () => ["8.8.8.8", address] })).toBe("address");
    expect(await outcome(url, { resolve: async () => [address, "2606:4700::1111"] })).toBe("address");
    expect(connections).toBe(0);
  });

  it.each(INSIDE_V4)("are refused when they resolve to %s, written as IPv6", async (address) => {
    for (const carrier of ["::ffff:", "::", "64:ff9b::", "64:ff9b:1::", "::ffff:0:"])
      expect(await outcome("http://site.example/", { resolve: async () => [`${carrier}${address}`] })).toBe("address");
    expect(connections).toBe(0);
  });

  it.each(["", "localhost", "127.1", "0x7f.1", "fe80::1%lo", "8.8.8.8:80"])(
    "are refused when a resolver says what is no address: %j",
    async (answer) => {
      expect(await outcome("http://site.example/", { resolve: async () => [answer] })).toBe("address");
      expect(connections).toBe(0);
    },
  );

  it("are refused after a redirect", async () => {
    location = `http://other.example:${canary.port}/`;
    const resolve = async (name: string) => [name === "site.example" ? "127.0.0.1" : "10.0.0.1"];
    expect(await outcome(atSite("site.example"), { allow: onlySite, resolve })).toBe("address");
  });
});

describe("a name that changes its meaning", () => {
  /** Public at first, inside from then on. */
  const rebinding = (inside: string) => {
    let asked = 0;
    const resolve = async () => [asked++ === 0 ? "127.0.0.1" : inside];
    return { resolve, asked: () => asked };
  };

  it("is asked for once: the connection goes to what was checked", async () => {
    const { resolve, asked } = rebinding("::1");
    const page = await fetchPage(atSite("site.example", "/page"), { allow: onlySite, resolve });
    expect(Buffer.from(page.bytes).toString()).toBe("<p>open");
    expect(asked()).toBe(1);
  });

  it.each(["127.0.0.2", "::1", "169.254.169.254", "10.0.0.1"])(
    "is checked anew when a redirect names it again, and then means %s",
    async (inside) => {
      location = atSite("site.example", "/page");
      const { resolve, asked } = rebinding(inside);
      expect(await outcome(atSite("site.example"), { allow: onlySite, resolve })).toBe("address");
      expect(asked()).toBe(2);
      expect(site.hits).toEqual(["/"]);
    },
  );

  it.runIf(hasV6)("does not reach a server inside that listens on the same port", async () => {
    const inside = await webSite((_request, response) => response.end("secret"), "::1", site.port);
    location = atSite("site.example", "/page");
    expect(await outcome(atSite("site.example"), { allow: onlySite, resolve: rebinding("::1").resolve })).toBe(
      "address",
    );
    expect(inside.hits).toEqual([]);
    await inside.close();
  });
});

describe("what the environment says", () => {
  it("opens a host of one's own network, and nothing beside it", async () => {
    vi.stubEnv("CROSSBEARING_FETCH_ALLOW", `127.0.0.1:${site.port},wiki.internal:${site.port}`);
    const resolve = async () => ["127.0.0.1"];
    expect(await outcome(atSite("127.0.0.1", "/page"))).toBe("fetched");
    expect(await outcome(atSite("wiki.internal", "/page"), { resolve })).toBe("fetched");
    expect(await outcome(atSite("other.internal", "/page"), { resolve })).toBe("address");
    expect(await outcome(`http://127.0.0.1:${canary.port}/`)).toBe("address");
    expect(await outcome(`http://wiki.internal:${canary.port}/`, { resolve })).toBe("address");
  });

  it("of proxies is not followed", async () => {
    for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
      vi.stubEnv(name, `http://127.0.0.1:${canary.port}`);
    expect(await outcome(atSite("127.0.0.1", "/page"), { allow: onlySite })).toBe("fetched");
    expect(site.hits).toEqual(["/page"]);
  });
});
