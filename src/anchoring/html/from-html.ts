import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { CanonicalText } from "@/anchoring/canonical-text";
import { htmlCleaner } from "@/anchoring/html/clean-html";
import { blockBuilder, blocksOfHtml } from "@/anchoring/html/html-blocks";
import { metadataReader, type PageMetadata } from "@/anchoring/html/metadata";
import { tokenize } from "@/anchoring/html/tokens";
import { matchingKey } from "@/anchoring/normalise";

export type HtmlArticle = CanonicalText & { metadata: PageMetadata };

/** Beyond this, telling the article from its surroundings takes too long, and all of the page's text is taken. */
const MAX_ELEMENTS = 8_000;
const MAX_CLEAN_LENGTH = 3_000_000;
/** A page shorter than this has little to leave out, and leaving out is a risk. */
const SHORT_PAGE = 1_200;
const SHORTEST_ARTICLE = 250;
/** Parts of a page that belong to the site and not to the article. */
const SURROUNDINGS: ReadonlySet<string> = new Set(["footer", "aside"]);

/**
 * The article in a piece of HTML: its text with headings, lists and quotations, and what the page says about itself.
 *
 * A copied fragment is taken whole. Of a page, the article alone, where it can be told from menus, teasers and comments;
 * else everything a reader sees. Never throws on bad HTML, and takes time and memory linear in its length: the caller
 * decides how long is too long.
 */
export function fromHtml(html: string, options: { url?: string } = {}): HtmlArticle {
  const fragment = copiedFragment(html);
  const isPage = fragment === undefined && /<(?:html|body|head|!doctype)[\s>]/i.test(html.slice(0, 5_000));
  const everything = blockBuilder((name) => isPage && SURROUNDINGS.has(name));
  const cleaner = htmlCleaner();
  const metadata = metadataReader(options.url);
  tokenize(html, [metadata.sink]);
  tokenize(fragment ?? html, isPage ? [everything.sink, cleaner.sink] : [everything.sink]);
  const about = metadata.finish();
  const whole = everything.finish();
  if (!isPage || whole.text.length < SHORT_PAGE) return { ...whole, metadata: about };
  const article = mainText(cleaner.finish());
  if (!article) return { ...whole, metadata: about };
  return { ...withHeadline(article, whole, about.title), metadata: about };
}

/** What browsers and word processors mark as the selection in copied HTML. */
function copiedFragment(html: string): string | undefined {
  const opening = "<!--StartFragment-->";
  const start = html.indexOf(opening);
  if (start < 0) return undefined;
  const end = html.lastIndexOf("<!--EndFragment-->");
  return html.slice(start + opening.length, end < start ? html.length : end);
}

function mainText({ html, elements }: { html: string; elements: number }): CanonicalText | undefined {
  if (elements > MAX_ELEMENTS || html.length > MAX_CLEAN_LENGTH) return undefined;
  try {
    const { document } = parseHTML(html);
    leaveOutConsent(document);
    const content = new Readability(document, { disableJSONLD: true, keepClasses: false }).parse()?.content;
    if (!content) return undefined;
    const article = blocksOfHtml(content);
    return article.text.length >= SHORTEST_ARTICLE ? article : undefined;
  } catch {
    // Tree code may give up on a page that no browser would; the page's whole text serves then.
    return undefined;
  }
}

const CONSENT = /(?:^|\s)(?:cookies?|consent|gdpr|onetrust|didomi)(?![a-z])/i;

/** The question whether one takes cookies stands in the page's own blocks, short, and is no part of any article. */
function leaveOutConsent(document: Document): void {
  const length = document.body.textContent.length;
  for (const element of document.querySelectorAll("div, section, form, dialog, p")) {
    if (!CONSENT.test(element.id) && !CONSENT.test(element.className)) continue;
    if (element.textContent.length * 5 > length || element.querySelector("article, main, h1")) continue;
    element.remove();
  }
}

/** The headline is often outside of what is recognised as the article, but claims are quoted from it too. */
function withHeadline(article: CanonicalText, whole: CanonicalText, title: string | undefined): CanonicalText {
  const key = matchingKey(title ?? "");
  const headline = whole.blocks.find(
    ({ kind, level, start, end }) =>
      kind === "heading" && level === 1 && key !== "" && isSameTitle(key, matchingKey(whole.text.slice(start, end))),
  );
  if (!headline) return article;
  const words = whole.text.slice(headline.start, headline.end);
  const opening = matchingKey(article.text.slice(0, 2 * words.length + 200));
  if (opening.startsWith(matchingKey(words))) return article;
  const shift = words.length + 2;
  const blocks = article.blocks.map((block) => ({ ...block, start: block.start + shift, end: block.end + shift }));
  return {
    text: `${words}\n\n${article.text}`,
    blocks: [{ kind: "heading", level: 1, start: 0, end: words.length }, ...blocks],
  };
}

function isSameTitle(title: string, heading: string): boolean {
  return heading !== "" && (title.includes(heading) || heading.includes(title));
}
