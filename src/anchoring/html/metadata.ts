import { cleanCharacters } from "@/anchoring/canonical-text";
import type { Attributes, TokenSink } from "@/anchoring/html/tokens";

/** What a page says about itself: proposals for a person to check, never facts. */
export type PageMetadata = {
  title?: string;
  byline?: string;
  siteName?: string;
  /** BCP 47, as written in the page. */
  lang?: string;
  dir?: "ltr" | "rtl";
  /** As written, beginning with an ISO 8601 date. */
  publishedTime?: string;
  /** The address the page calls its own; http or https. */
  url?: string;
};

type Field = keyof PageMetadata;

/** Names of meta elements, the most trustworthy first. */
const META: Record<Exclude<Field, "dir" | "lang">, readonly string[]> = {
  title: ["og:title", "twitter:title", "citation_title", "dc.title", "parsely-title"],
  byline: ["author", "citation_author", "dc.creator", "parsely-author", "article:author", "sailthru.author"],
  siteName: ["og:site_name", "application-name", "citation_journal_title", "dc.publisher"],
  publishedTime: [
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "citation_publication_date",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
  ],
  url: ["og:url"],
};
const MAX_META = 200;
const MAX_SCRIPT = 300_000;

/** Collects what a page says about itself; `base` is the address it was read from, if any. */
export function metadataReader(base?: string): { sink: TokenSink; finish(): PageMetadata } {
  const meta = new Map<string, string>();
  const found: PageMetadata = {};
  let canonical = "";
  let pubdate = "";
  let title = "";
  let heading = "";
  let headings = 0;
  let script = "";
  let collecting: "title" | "h1" | "script" | "" = "";
  const readTag = (name: string, attributes: Attributes) => {
    if (name === "meta") readMeta(meta, attributes);
    else if (name === "link" && /\bcanonical\b/i.test(attributes.get("rel") ?? ""))
      canonical ||= attributes.get("href") ?? "";
    else if (name === "time" && attributes.has("datetime")) {
      if (attributes.has("pubdate") || /datePublished/.test(attributes.get("itemprop") ?? ""))
        pubdate ||= attributes.get("datetime") ?? "";
    } else if (name === "html" || name === "body" || name === "article") {
      found.lang ??= languageTag(attributes.get("lang") ?? attributes.get("xml:lang"));
      found.dir ??= direction(attributes.get("dir"));
    }
  };
  return {
    sink: {
      open(name, attributes) {
        readTag(name, attributes);
        if (name === "title" && title === "") collecting = "title";
        else if (name === "h1") {
          headings += 1;
          if (headings === 1) collecting = "h1";
        } else if (name === "script" && /ld\+json/i.test(attributes.get("type") ?? "")) collecting = "script";
      },
      close(name) {
        if (name === collecting) collecting = "";
        if (name === "script") script += "\n\u0000";
      },
      text(words) {
        if (collecting === "title" && title.length < 1_000) title += words;
        else if (collecting === "h1" && heading.length < 1_000) heading += words;
        else if (collecting === "script" && script.length < MAX_SCRIPT) script += words.slice(0, MAX_SCRIPT);
      },
    },
    finish() {
      const described = readLinkedData(script.split("\n\u0000"));
      const pick = (field: keyof typeof META) =>
        META[field].map((name) => meta.get(name)).find((value) => value !== undefined);
      const result: PageMetadata = {
        title: line(described.title ?? pick("title") ?? (headings === 1 ? heading : undefined) ?? title, 500),
        byline: byline(described.byline ?? pick("byline")),
        siteName: line(described.siteName ?? pick("siteName"), 200),
        lang: found.lang ?? languageTag(meta.get("content-language") ?? described.lang ?? meta.get("og:locale")),
        dir: found.dir,
        publishedTime: isoDate(described.publishedTime ?? pick("publishedTime") ?? pubdate),
        url: address(canonical, base) ?? address(pick("url"), base) ?? address(described.url, base) ?? address(base),
      };
      result.title ??= line(heading, 500) ?? line(title, 500);
      return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined));
    },
  };
}

function readMeta(meta: Map<string, string>, attributes: Attributes): void {
  const content = attributes.get("content")?.trim();
  if (!content || meta.size >= MAX_META) return;
  for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
    const name = attributes.get(attribute)?.trim().toLowerCase();
    if (name && !meta.has(name)) meta.set(name, content);
  }
}

function line(value: string | undefined, limit: number): string | undefined {
  const cleaned = cleanCharacters((value ?? "").slice(0, 4 * limit))
    .replace(/\s+/g, " ")
    .trim();
  return cleaned === "" ? undefined : cleanCharacters(cleaned.slice(0, limit)).trim();
}

function byline(value: string | undefined): string | undefined {
  const name = line(value, 200)?.replace(/^by[:\s]+/i, "");
  return name === undefined || /^https?:/i.test(name) ? undefined : name;
}

function languageTag(value: string | undefined): string | undefined {
  const tag = value?.trim().replace(/_/g, "-");
  return tag && /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(tag) ? tag : undefined;
}

function direction(value: string | undefined): "ltr" | "rtl" | undefined {
  const dir = value?.trim().toLowerCase();
  return dir === "ltr" || dir === "rtl" ? dir : undefined;
}

function isoDate(value: string | undefined): string | undefined {
  const date = line(value, 40)?.replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})/, (_, y: string, m: string, d: string) =>
    [y, m.padStart(2, "0"), d.padStart(2, "0")].join("-"),
  );
  return date && /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ].*)?)?)?$/.test(date) ? date : undefined;
}

function address(value: string | undefined, base?: string): string | undefined {
  if (!value || value.length > 2_000 || !URL.canParse(value.trim(), base)) return undefined;
  const url = new URL(value.trim(), base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
}

const ARTICLE_TYPE = /(?:Article|Report|BlogPosting|LiveBlogPosting|WebPage|OpinionNews|ReviewNews)$/;

/** The first article described in JSON-LD; a page's description only where no article is described. */
function readLinkedData(scripts: readonly string[]): { [field in Exclude<Field, "dir">]?: string } {
  let page: Record<string, unknown> | undefined;
  for (const script of scripts) {
    for (const node of nodesOf(parseJson(script))) {
      const type = [node["@type"]].flat().find((name) => typeof name === "string" && ARTICLE_TYPE.test(name));
      if (type === undefined) continue;
      if (type !== "WebPage") return fieldsOf(node);
      page ??= node;
    }
  }
  return page ? fieldsOf(page) : {};
}

function parseJson(script: string): unknown {
  try {
    return JSON.parse(script.trim());
  } catch {
    return undefined;
  }
}

/** The objects of a JSON-LD script, outermost first, without recursion: the nesting is the page's to choose. */
function nodesOf(root: unknown): Record<string, unknown>[] {
  const nodes: Record<string, unknown>[] = [];
  const queue: unknown[] = [root];
  for (let index = 0; index < queue.length && nodes.length < 200; index++) {
    const value = queue[index];
    if (Array.isArray(value)) for (const entry of value.slice(0, 200)) queue.push(entry);
    else if (isRecord(value)) {
      nodes.push(value);
      queue.push(value["@graph"], value.mainEntity);
    }
  }
  return nodes;
}

function fieldsOf(node: Record<string, unknown>): ReturnType<typeof readLinkedData> {
  const names = [node.author].flat().slice(0, 10).map(nameOf);
  const authors = names.filter((name) => name !== undefined).join(", ");
  const entity = node.mainEntityOfPage;
  return {
    title: text(node.headline) ?? text(node.name),
    byline: authors === "" ? undefined : authors,
    siteName: nameOf(node.publisher),
    publishedTime: text(node.datePublished),
    url: text(node.url) ?? text(entity) ?? (isRecord(entity) ? text(entity["@id"]) : undefined),
    lang: text(node.inLanguage),
  };
}

function nameOf(value: unknown): string | undefined {
  return isRecord(value) ? text(value.name) : text(value);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
