import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { createServer, type Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type WebSite, webSite } from "@/testing/web-site";
import { PRODUCT_VERSION } from "../product-version";
import { type FetchOptions, fetchPage } from "./fetch-page";
import { FetchRefused, type RefusalReason } from "./fetch-refused";

const HTML = { "content-type": "text/html; charset=utf-8" };
const PAGE = "<!doctype html><p>عاجل: a page";

let site: WebSite;
let asked: IncomingHttpHeaders = {};
/** Whether the reader of the last endless answer has hung up. */
let hungUp: Promise<void> = Promise.resolve();

const answers: Record<string, (response: ServerResponse, path: string) => void> = {
  page: (response) => response.writeHead(200, HTML).end(PAGE),
  arabic: (response) => response.writeHead(200, { "content-type": "text/html; charset=windows-1256" }).end("\xc7"),
  hop: (response, path) => {
    const left = Number(path.split("/")[2]);
    response
      .writeHead(left % 2 ? 301 : 307, { location: left ? `/hop/${left - 1}` : "../page?from=hop#part" })
      .end("x");
  },
  circle: (response, path) => response.writeHead(302, { location: path === "/circle" ? "/circle/2" : "/circle" }).end(),
  self: (response) => response.writeHead(302, { location: "/self" }).end(),
  spiral: (response, path) => response.writeHead(302, { location: `${path}/x` }).end(),
  slug: (response) => response.writeHead(302, { location: Buffer.from("/page/خبر").toString("latin1") }).end(),
  nowhere: (response) => response.writeHead(302).end(),
  broken: (response) => response.writeHead(302, { location: "http://1.2.3.4.5/" }).end(),
  status: (response, path) => response.writeHead(Number(path.split("/")[2]), HTML).end(PAGE),
  type: (response, path) =>
    response.writeHead(200, { "content-type": decodeURIComponent(path.slice("/type/".length)) }).end(PAGE),
  untyped: (response, path) => response.writeHead(200).end(decodeURIComponent(path.slice("/untyped/".length))),
  told: (response) => endless(response.writeHead(200, { ...HTML, "content-length": 50_000 }), 50),
  untold: (response) => endless(response.writeHead(200, HTML)),
  exact: (response) => response.writeHead(200, HTML).end(Buffer.alloc(20_000)),
  gzip: (response) => response.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end(gzipSync(PAGE)),
  br: (response) => response.writeHead(200, { ...HTML, "content-encoding": "br" }).end(brotliCompressSync(PAGE)),
  deflate: (response) => response.writeHead(200, { ...HTML, "content-encoding": "deflate" }).end(deflateSync(PAGE)),
  raw: (response) => response.writeHead(200, { ...HTML, "content-encoding": "Deflate" }).end(deflateRawSync(PAGE)),
  twice: (response) =>
    response.writeHead(200, { ...HTML, "content-encoding": "gzip, gzip" }).end(gzipSync(gzipSync(PAGE))),
  cut: (response) =>
    response.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end(gzipSync(PAGE.repeat(9)).subarray(0, -12)),
  garbage: (response) => response.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end(PAGE),
  bomb: (response, path) => {
    const coding = path.split("/")[2] ?? "";
    response.writeHead(200, { ...HTML, "content-encoding": coding }).end(BOMBS[coding]);
  },
  empty: (response) => {
    // Blocks that unpack to nothing, one after another.
    const block = gzipSync("");
    endless(response.writeHead(200, { ...HTML, "content-encoding": "gzip" }), Number.POSITIVE_INFINITY, block);
  },
  short: (response) => {
    response.writeHead(200, { ...HTML, "content-length": 1000 }).write("x");
    setTimeout(() => response.destroy(), 20);
  },
  drip: (response) => drip(response.writeHead(200, HTML)),
  silent: () => undefined,
  cookie: (response) => response.writeHead(302, { location: "/page", "set-cookie": "a=b; path=/" }).end(),
};

const ZEROS = Buffer.alloc(30_000_000);
const BOMBS: Record<string, Buffer> = {
  gzip: gzipSync(ZEROS),
  br: brotliCompressSync(ZEROS, { params: { 1: 3 } }),
  deflate: deflateSync(ZEROS),
};

function endless(response: ServerResponse, chunks = Number.POSITIVE_INFINITY, chunk = Buffer.alloc(1000)): void {
  hungUp = new Promise((resolve) => response.once("close", resolve));
  let sent = 0;
  const more = () => {
    if (response.destroyed) return;
    if (sent++ >= chunks) response.end();
    else if (response.write(chunk)) setImmediate(more);
    else response.once("drain", more);
  };
  more();
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write("."), 20);
  hungUp = new Promise((resolve) =>
    response.once("close", () => {
      clearInterval(timer);
      resolve();
    }),
  );
}

beforeAll(async () => {
  site = await webSite((request, response) => {
    asked = request.headers;
    const path = request.url ?? "";
    answers[/^\/(\w*)/.exec(path)?.[1] ?? ""]?.(response, path);
  });
});

afterAll(() => site.close());

const at = (path: string) => `http://site.example:${site.port}/${path}`;

const fetched = (path: string, options?: FetchOptions) =>
  fetchPage(at(path), {
    allow: (address, port) => address === "127.0.0.1" && port === site.port,
    resolve: async () => ["127.0.0.1"],
    ...options,
  });

async function refusal(path: string, options?: FetchOptions): Promise<{ reason: RefusalReason; message: string }> {
  const error = await fetched(path, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FetchRefused);
  return error as FetchRefused;
}

describe("a page", () => {
  it("comes with its bytes, its type and its address", async () => {
    const { bytes, ...rest } = await fetched("page");
    expect(new TextDecoder().decode(bytes)).toBe(PAGE);
    expect(rest).toEqual({ contentType: HTML["content-type"], finalUrl: at("page"), status: 200, redirects: [] });
  });

  it("keeps the charset that its server tells", async () => {
    const { bytes, contentType } = await fetched("arabic");
    expect(contentType).toBe("text/html; charset=windows-1256");
    expect(new TextDecoder("windows-1256").decode(bytes).length).toBeGreaterThan(0);
  });

  it("is asked for plainly: by name and version, without cookie or referer", async () => {
    await fetched("cookie", { acceptLanguage: "ar, en;q=0.5" });
    expect(asked).toMatchObject({ "user-agent": `Crossbearing/${PRODUCT_VERSION}`, "accept-language": "ar, en;q=0.5" });
    expect(asked.host).toBe(`site.example:${site.port}`);
    expect(Object.keys(asked)).not.toEqual(expect.arrayContaining(["cookie"]));
    expect(asked).not.toHaveProperty("referer");
    await fetched("page");
    expect(asked).not.toHaveProperty("accept-language");
  });

  it.each(["gzip", "br", "deflate", "raw"])("packed as %s is unpacked", async (path) => {
    expect(new TextDecoder().decode((await fetched(path)).bytes)).toBe(PAGE);
  });

  it.each(["cut", "garbage"])("packed and %s is refused: half a page is no evidence", async (path) => {
    expect((await refusal(path)).reason).toBe("unreachable");
  });

  it("packed in a way that was not asked for is refused", async () => {
    expect((await refusal("twice")).reason).toBe("type");
  });
});

describe("redirects", () => {
  it("are followed and told", async () => {
    const page = await fetched("hop/0");
    expect(page.finalUrl).toBe(at("page?from=hop#part"));
    expect(page.redirects).toEqual([at("hop/0")]);
  });

  it("are followed five times and no more", async () => {
    expect((await fetched("hop/4")).redirects).toEqual([4, 3, 2, 1, 0].map((left) => at(`hop/${left}`)));
    site.hits.length = 0;
    expect(await refusal("hop/5")).toMatchObject({ reason: "redirects", message: expect.stringMatching(/5 times/) });
    expect(site.hits).not.toContain("/page?from=hop");
  });

  it.each(["circle", "self", "spiral"])("that end nowhere: %s", async (path) => {
    site.hits.length = 0;
    expect((await refusal(path)).reason).toBe("redirects");
    expect(site.hits.length).toBeLessThanOrEqual(6);
  });

  it("may name an address in any script", async () => {
    expect((await fetched("slug")).finalUrl).toBe(at(`page/${encodeURIComponent("خبر")}`));
  });

  it("without an address are no page", async () => {
    expect((await refusal("nowhere")).reason).toBe("status");
    expect((await refusal("broken")).reason).toBe("address");
  });
});

describe("the size", () => {
  const maxBytes = 20_000;

  it("that is told is believed when it is too much", async () => {
    expect(await refusal("told", { maxBytes })).toMatchObject({ reason: "too-large", message: expect.any(String) });
    await hungUp;
  });

  it("that is not told is counted, and the connection ended", async () => {
    expect((await refusal("untold", { maxBytes })).reason).toBe("too-large");
    await hungUp;
  });

  it("may be exactly the most", async () => {
    expect((await fetched("exact", { maxBytes })).bytes).toHaveLength(maxBytes);
    expect((await refusal("exact", { maxBytes: maxBytes - 1 })).reason).toBe("too-large");
  });

  it.each(["gzip", "br", "deflate"])("of a %s bomb is counted as it unpacks", async (coding) => {
    expect(BOMBS[coding]?.length).toBeLessThan(100_000);
    expect(await refusal(`bomb/${coding}`)).toMatchObject({
      reason: "too-large",
      message: "The page is larger than 10 MB, the most that is fetched.",
    });
  });

  it("of what unpacks to nothing is counted as it comes", async () => {
    expect((await refusal("empty", { maxBytes })).reason).toBe("too-large");
    await hungUp;
  });
});

describe("the time", () => {
  const timeMs = 200;

  it("ends for a server that drips, and the connection with it", async () => {
    expect(await refusal("drip", { timeMs })).toMatchObject({
      reason: "time",
      message: expect.stringMatching(/0\.2 sec/),
    });
    await hungUp;
  });

  it("ends for a server that says nothing", async () => {
    expect((await refusal("silent", { timeMs })).reason).toBe("time");
  });

  it("ends for a resolver that says nothing", async () => {
    expect((await refusal("page", { timeMs, resolve: () => new Promise(() => {}) })).reason).toBe("time");
  });

  it("ends for a server that never finishes its headers, or a handshake", async () => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.on("error", () => undefined));
      socket.write("HTTP/1.1 200 OK\r\nx: ");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const reasons = [];
    for (const scheme of ["http", "https"])
      reasons.push(
        await fetchPage(`${scheme}://127.0.0.1:${port}/`, { timeMs, allow: () => true }).catch(({ reason }) => reason),
      );
    // What is no TLS may be noticed before the time is over.
    expect(reasons).toEqual(["time", expect.stringMatching(/time|unreachable/)]);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("what is there", () => {
  it.each(["image/png", "application/json", "application/octet-stream", "text/css"])("%s is refused", async (type) => {
    const { reason, message } = await refusal(`type/${encodeURIComponent(type)}`);
    expect(reason).toBe("type");
    expect(message).toContain(type);
  });

  it.each(["text/plain", "application/pdf", "application/xhtml+xml;charset=utf-8"])("%s is taken", async (type) => {
    expect((await fetched(`type/${encodeURIComponent(type)}`)).contentType).toBe(type);
  });

  it("without a type is taken where it looks like a page or a PDF", async () => {
    const { contentType } = await fetched(`untyped/${encodeURIComponent("<!DOCTYPE html><p>x")}`);
    expect(contentType).toBe("application/octet-stream");
    expect((await fetched("untyped/%25PDF-1.7")).status).toBe(200);
    expect((await refusal("untyped/plain%20words")).reason).toBe("type");
  });

  it.each([201, 202, 204, 206, 304, 300, 400, 401, 403, 404, 410, 500, 503])("status %d is refused", async (status) => {
    const { reason, message } = await refusal(`status/${status}`);
    expect(reason).toBe("status");
    expect(message).toContain(String(status));
  });
});

describe("a site that is not there", () => {
  it("is unreachable, whatever is wrong with it", async () => {
    expect((await refusal("short")).reason).toBe("unreachable");
    expect((await refusal("page", { resolve: async () => [] })).reason).toBe("unreachable");
    const notFound = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
    expect(await refusal("page", { resolve: () => Promise.reject(notFound) })).toMatchObject({
      reason: "unreachable",
      message: "There is no site of this name.",
    });
  });

  it("is unreachable where nothing listens", async () => {
    const gone = await webSite(() => undefined);
    await gone.close();
    const error = await fetchPage(`http://127.0.0.1:${gone.port}/`, { allow: () => true }).catch((thrown) => thrown);
    expect(error).toMatchObject({ name: "FetchRefused", reason: "unreachable" });
  });

  it("is no cover for a mistake of ours", async () => {
    await expect(fetched("page", { acceptLanguage: "en\r\nx: y" })).rejects.not.toBeInstanceOf(FetchRefused);
    const mistake = new TypeError("a mistake");
    await expect(fetched("page", { resolve: () => Promise.reject(mistake) })).rejects.toBe(mistake);
  });
});

it.each([
  ["", "address"],
  ["example.com", "address"],
  ["http://", "address"],
  ["ftp://example.com/", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["http://user@example.com/", "credentials"],
  ["http://:secret@example.com/", "credentials"],
  ["http://8.8.8.8:22/", "port"],
  ["http://8.8.8.8:0/", "port"],
  ["https://8.8.8.8:80443/", "address"],
])("%j is refused in one sentence: %s", async (url, reason) => {
  const resolve = () => Promise.reject(new Error("A name was looked up."));
  const error = await fetchPage(url, { allow: () => false, resolve }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "FetchRefused", reason, message: expect.stringMatching(/^[A-Z][^.]*\.$/) });
});
