import { Agent, type Dispatcher, request } from "undici";
import { env } from "../env";
import { PRODUCT_VERSION } from "../product-version";
import { type Allowed, allowedBy } from "./allowances";
import { checkUrl } from "./check-url";
import { checkedAddresses, pinnedLookup, type Resolve, resolveBySystem } from "./checked-addresses";
import { ACCEPT, requireAcceptedType, requireKnownLook, UNTOLD } from "./content-type";
import { FetchRefused } from "./fetch-refused";
import { readBody, requireLength } from "./read-body";

export type FetchOptions = {
  /** Of the page as it is unpacked. */
  maxBytes?: number;
  /** For all of it: names, redirects and the page to its last byte. */
  timeMs?: number;
  acceptLanguage?: string;
  /**
   * For tests: opens an address and port that would be refused, in place of what the environment opens. The product
   * itself never gives this, for an address that a person names must not bring its own permission.
   */
  allow?: (address: string, port: number) => boolean;
  /** For tests: in place of the system's resolver. */
  resolve?: Resolve;
};

export type FetchedPage = {
  bytes: Uint8Array;
  /** As the server says it, with its charset; `application/octet-stream` where it says nothing. */
  contentType: string;
  finalUrl: string;
  status: number;
  /** The addresses that sent on to another, in the order they were asked; `finalUrl` is not among them. */
  redirects: string[];
};

type Job = Required<Pick<FetchOptions, "maxBytes" | "resolve">> & {
  acceptLanguage: string | undefined;
  allowed: Allowed;
  signal: AbortSignal;
};
/** What came of asking one address: the page, or where to ask instead. */
type Answer = { page: Omit<FetchedPage, "finalUrl" | "redirects"> } | { next: string };

const MAX_BYTES = 10_000_000;
const TIME_MS = 20_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/** The page itself. Of the other answers that mean success none has it: they are empty, a part, or a promise. */
const PAGES = [200, 203];

/**
 * Fetches a page that a person names, from the public internet only, whatever the address, the name's resolver or the
 * site's redirects say. Throws `FetchRefused`.
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { timeMs = TIME_MS } = options;
  const signal = AbortSignal.timeout(timeMs);
  try {
    return await follow(url, jobOf(options, signal));
  } catch (error) {
    throw asRefused(error, signal, timeMs);
  }
}

function jobOf(options: FetchOptions, signal: AbortSignal): Job {
  const { allow, acceptLanguage, maxBytes = MAX_BYTES, resolve = resolveBySystem } = options;
  const allowed = allow ? { name: () => false, address: allow } : allowedBy(env().CROSSBEARING_FETCH_ALLOW);
  return { maxBytes, resolve, acceptLanguage, allowed, signal };
}

/** Redirects are followed by hand: each is another address that somebody else has named. */
async function follow(first: string, job: Job): Promise<FetchedPage> {
  const redirects: string[] = [];
  let url = checkUrl(first);
  for (;;) {
    const answer = await ask(url, job);
    if ("page" in answer) return { ...answer.page, finalUrl: url.href, redirects };
    redirects.push(url.href);
    url = checkUrl(answer.next, url);
    requireProgress(url, redirects);
  }
}

function requireProgress(url: URL, redirects: string[]): void {
  if (redirects.includes(url.href))
    throw new FetchRefused("redirects", "The site sends its readers round in a circle.");
  if (redirects.length > MAX_REDIRECTS)
    throw new FetchRefused("redirects", `The site sends on to another address more than ${MAX_REDIRECTS} times.`);
}

/** A connection of its own for each address: none is left open that was checked for something else. */
async function ask(url: URL, job: Job): Promise<Answer> {
  const addresses = await inTime(checkedAddresses(url, job.resolve, job.allowed), job.signal);
  // Without an environment's proxy, too, which would look names up by itself.
  const agent = new Agent({ connect: { lookup: pinnedLookup(addresses) }, allowH2: false });
  const end = () => void agent.destroy();
  job.signal.addEventListener("abort", end);
  try {
    return await read(await request(url, { dispatcher: agent, headers: headersOf(job), signal: job.signal }), job);
  } finally {
    job.signal.removeEventListener("abort", end);
    await agent.destroy();
  }
}

const headersOf = ({ acceptLanguage }: Job): Record<string, string> => ({
  "user-agent": `Crossbearing/${PRODUCT_VERSION}`,
  accept: ACCEPT,
  "accept-encoding": "gzip, deflate, br",
  ...(acceptLanguage ? { "accept-language": acceptLanguage } : {}),
});

async function read({ statusCode: status, headers, body }: Dispatcher.ResponseData, job: Job): Promise<Answer> {
  // What is not read to its end fails when its connection is ended: that is meant, and nobody's fault.
  body.on("error", () => undefined);
  const header = (name: string) => [headers[name]].flat()[0] ?? "";
  if (REDIRECTS.includes(status) && header("location")) return { next: inUtf8(header("location")) };
  if (!PAGES.includes(status))
    throw new FetchRefused("status", `The site did not give the page: it answered with status ${status}.`);
  const told = header("content-type").trim();
  if (told) requireAcceptedType(told);
  requireLength(header("content-length"), job.maxBytes);
  const bytes = await readBody(body, header("content-encoding"), job.maxBytes);
  if (!told) requireKnownLook(bytes);
  return { page: { bytes, contentType: told || UNTOLD, status } };
}

/** A header comes as one character for each byte; an address in other letters is sent as UTF-8. */
const inUtf8 = (header: string) => Buffer.from(header, "latin1").toString("utf8");

/** For what cannot be stopped, such as the system's resolver: it is no longer waited for. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

function asRefused(error: unknown, signal: AbortSignal, timeMs: number): unknown {
  if (error instanceof FetchRefused) return error;
  if (signal.aborted)
    return new FetchRefused("time", `The site did not send the whole page within ${timeMs / 1000} seconds.`, error);
  return isOfTheNetwork(error) ? new FetchRefused("unreachable", messageFor(error.code), error) : error;
}

/** Errors of sockets, TLS, HTTP and unpacking have a code that is a word; a mistake of ours has none, or this word. */
const isOfTheNetwork = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && "code" in error && typeof error.code === "string" && !error.code.includes("INVALID_ARG");

function messageFor(code: string): string {
  if (code === "ENOTFOUND") return "There is no site of this name.";
  if (/CERT|SIGNED|ISSUER|ERR_TLS|ERR_SSL/.test(code)) return "The site has no certificate that can be trusted.";
  return "The site could not be reached, or broke off before the page was whole.";
}
