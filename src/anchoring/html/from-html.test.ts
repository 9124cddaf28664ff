import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCanonicalText, markerOf } from "@/anchoring/canonical-text";
import { fromHtml } from "@/anchoring/html/from-html";
import { anyText } from "@/anchoring/text-arbitraries";

function outline(html: string): string[] {
  const { text, blocks } = fromHtml(html);
  return blocks.map((block) => `${block.kind}${block.level ?? ""}: ${text.slice(block.start, block.end)}`);
}

describe("a fragment of HTML", () => {
  it.each([
    [
      "paragraphs, and white space as a browser shows it",
      "<p>One\n  two.</p> \n<p> <b>Th</b>ree&nbsp;4. </p>",
      ["paragraph: One two.", "paragraph: Three\u00a04."],
    ],
    ["bare text", "Just words", ["paragraph: Just words"]],
    ["headings", "<h1>Top</h1><h3>Lower <i>one</i></h3><p>x", ["heading1: Top", "heading3: Lower one", "paragraph: x"]],
    ["a heading never closed", "<h2>Top<p>Text</p>", ["heading2: Top", "paragraph: Text"]],
    [
      "quotations",
      "<blockquote><p>One</p><p>Two</p></blockquote><p>Out</p>",
      ["quotation: One", "quotation: Two", "paragraph: Out"],
    ],
    ["one line break", "<p>One<br> two</p>", ["paragraph: One\ntwo"]],
    ["two line breaks", "One<br><br/>two<br>\n", ["paragraph: One", "paragraph: two"]],
    [
      "a table",
      "<table><tr><th>Date<th>Killed<tr><td>Jan. 28<td>3</table>",
      ["paragraph: Date\tKilled", "paragraph: Jan. 28\t3"],
    ],
    ["preformatted text", "<pre>  a\n    b\n\nc</pre>", ["paragraph: a\n    b", "paragraph: c"]],
    ["short quotations", "<p>He said <q>go</q>.", ["paragraph: He said “go”."]],
    ["entities", "<p>AT&amp;T &lt;3 &#x627;&#1604; &hellip;</p>", ["paragraph: AT&T <3 ال …"]],
    ["harakat and bidi marks", "<p dir=rtl>قَالَ&rlm; \u202bx\u202c</p>", ["paragraph: قَالَ\u200f \u202bx\u202c"]],
    ["emoji and half surrogates", "<p>👩‍👩‍👧 &#xD83D; 😀</p>", ["paragraph: 👩‍👩‍👧 \ufffd 😀"]],
    ["definition lists", "<dl><dt>A<dd>B</dl>", ["paragraph: A", "paragraph: B"]],
    ["a link inside words", "<p>The <a href=x>Reut</a>ers report", ["paragraph: The Reuters report"]],
    [
      "what browsers copy",
      "<html><body><nav>x</nav><!--StartFragment--><p>Kept</p><aside>too</aside><!--EndFragment--></body>",
      ["paragraph: Kept", "paragraph: too"],
    ],
    ["nothing", "", []],
    ["only markup", "<div><p></p><br><img src=x></div>", []],
  ])("%s", (_, html, expected) => expect(outline(html)).toEqual(expected));

  it("leaves out what a reader does not see or what is not the text", () => {
    const html = `<style>p{}</style><script>alert("<p>no</p>")</script><noscript>no</noscript><nav><p>no</p></nav>
      <p>Yes<span hidden>no</span>, <span style="display: none">no<span>no</span></span>indeed<button>no</button>.</p>
      <figure><img alt="no"><figcaption>no</figcaption></figure><template><p>no</p></template><svg><text>no</text></svg>
      <div hidden><div>no</div><p>no</div><p aria-hidden="true">no<p>And yes.</p><textarea>no</textarea><!-- no -->`;
    expect(outline(html)).toEqual(["paragraph: Yes, indeed.", "paragraph: And yes."]);
  });

  it("reads lists with their numbers, nested ones too", () => {
    const html =
      "<ul><li>One<ul><li>Deep</ul><li><p>Two</p><p>more</p></ul><ol start=5><li>Five<li value=9>Nine<li>Ten</ol>";
    const { text, blocks } = fromHtml(html);
    expect(text).toBe("- One\n  - Deep\n- Two\n\nmore\n\n5. Five\n9. Nine\n10. Ten");
    expect(blocks.map((block) => markerOf(text, block))).toEqual(["-", "-", "-", "", "5.", "9.", "10."]);
    expect(blocks.map(({ kind, level, ordered }) => [kind, level, ordered])).toEqual([
      ["list-item", 1, false],
      ["list-item", 2, false],
      ["list-item", 1, false],
      ["paragraph", undefined, undefined],
      ["list-item", 1, true],
      ["list-item", 1, true],
      ["list-item", 1, true],
    ]);
  });
});

const SENTENCE = "The leaders of the factions met in the capital, and agreed on nothing but more attacks. ";
const PARAGRAPHS = Array.from({ length: 12 }, (_, i) => `<p>Paragraph ${i + 1}. ${SENTENCE.repeat(3)}</p>`).join("\n");

describe("a page", () => {
  const page = `<!DOCTYPE html><html lang="en-GB"><head><title>Rifts among militias - Site</title>
    <meta property="og:title" content="Rifts among militias &amp; others"><meta property="og:site_name" content="The Site">
    <link rel="canonical" href="/2024/rifts"><meta property="article:published_time" content="2024-10-27T10:00:00Z">
    <meta name="author" content="By Jane Doe"></head><body>
    <header class="site-header"><a href="/">Home</a><a href="/login">Sign in</a></header>
    <div class="cookie-notice" id="cookies"><p>We keep small files, ${SENTENCE}</p><button>Accept</button></div>
    <nav><ul>${'<li><a href="/x">Section link</a></li>'.repeat(20)}</ul></nav>
    <main><article class="article-body"><h1>Rifts among militias &amp; others</h1>${PARAGRAPHS}
    <blockquote><p>We seek only freedom, ${SENTENCE}</p></blockquote><h2>Background</h2>${PARAGRAPHS}</article></main>
    <aside class="related sidebar"><h3>Most read</h3><ul>${'<li><a href="/y">Another story entirely</a></li>'.repeat(20)}</ul></aside>
    <div class="comments" id="comments"><div class="comment">${"<p>I disagree.</p>".repeat(5)}</div></div>
    <footer>Copyright</footer><script>track()</script></body></html>`;
  const { text, blocks, metadata } = fromHtml(page, { url: "https://site.example/amp/1?utm=2" });

  it("gives the article with its headline, headings and quotations, and nothing around it", () => {
    expect(text.startsWith("Rifts among militias & others\n\nParagraph 1.")).toBe(true);
    expect(blocks[0]).toEqual({ kind: "heading", level: 1, start: 0, end: 29 });
    expect(blocks.filter(({ kind }) => kind === "heading").length).toBe(2);
    expect(blocks.filter(({ kind }) => kind === "quotation").length).toBe(1);
    expect(text.match(/Paragraph 12\./g)).toHaveLength(2);
    for (const noise of [
      "Section link",
      "Most read",
      "Another story",
      "Copyright",
      "track()",
      "Sign in",
      "We keep small files",
    ])
      expect(text).not.toContain(noise);
  });

  it("tells what the page says about itself", () => {
    expect(metadata).toEqual({
      title: "Rifts among militias & others",
      byline: "Jane Doe",
      siteName: "The Site",
      lang: "en-GB",
      publishedTime: "2024-10-27T10:00:00Z",
      url: "https://site.example/2024/rifts",
    });
  });

  it("takes a short page whole", () => {
    expect(outline("<html><body><h1>Top</h1><p>Short.</p><ul><li>One</ul></body></html>")).toEqual([
      "heading1: Top",
      "paragraph: Short.",
      "list-item1: One",
    ]);
  });

  it("reads an Arabic page", () => {
    const words =
      "<p>قالت مصادر مطلعة إن قادة الفصائل عقدوا عدة اجتماعات في بغداد، ولم يتفقوا إلا على تصعيد الهجمات.</p>".repeat(
        20,
      );
    const arabic = fromHtml(
      `<html lang=ar dir=rtl><head><title>عنوان</title></head><body><article>${words}</article></body></html>`,
    );
    expect(arabic.metadata).toEqual({ title: "عنوان", lang: "ar", dir: "rtl" });
    expect(arabic.blocks).toHaveLength(20);
  });
});

describe("what a page says about itself", () => {
  const about = (head: string) => fromHtml(`<html><head>${head}</head><body><p>x</p></body></html>`).metadata;
  const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

  it.each([
    [
      "a news article",
      {
        "@type": "NewsArticle",
        headline: "H",
        author: [{ name: "A" }, { name: "B" }],
        publisher: { name: "P" },
        datePublished: "2024-02-18",
        inLanguage: "ar",
        mainEntityOfPage: { "@id": "https://a.example/1" },
      },
      {
        title: "H",
        byline: "A, B",
        siteName: "P",
        publishedTime: "2024-02-18",
        lang: "ar",
        url: "https://a.example/1",
      },
    ],
    [
      "an article inside a graph",
      {
        "@graph": [
          { "@type": "WebPage", name: "Page" },
          { "@type": ["Thing", "Article"], headline: "H" },
        ],
      },
      { title: "H" },
    ],
    ["only a page", [{ "@type": "WebPage", name: "Page" }], { title: "Page" }],
    [
      "wrong types",
      { "@type": "Article", headline: 3, author: [null, 4, "A"], url: "javascript:alert(1)", datePublished: "soon" },
      { byline: "A" },
    ],
    ["something else", { "@type": "Recipe", name: "Soup" }, {}],
  ])("reads linked data: %s", (_, data, expected) => expect(about(ld(data))).toEqual(expected));

  it.each([
    ["broken linked data", '<script type="application/ld+json">{"@type": </script><title>T</title>', { title: "T" }],
    [
      "dates with slashes",
      '<meta name="citation_publication_date" content="2024/2/8">',
      { publishedTime: "2024-02-08" },
    ],
    ["words for a date", '<meta name="date" content="last Monday">', {}],
    ["an author who is a link", '<meta property="article:author" content="https://facebook.com/x">', {}],
    [
      "addresses that are none",
      '<link rel=canonical href="data:text/html,x"><meta property="og:url" content="nope">',
      {},
    ],
    ["a language with an underscore", '<meta property="og:locale" content="ar_IQ">', { lang: "ar-IQ" }],
    ["empty values", '<title> </title><meta property="og:title" content="">', {}],
  ])("%s", (_, head, expected) => expect(about(head)).toEqual(expected));

  it("falls back to the one headline, then to the window's title", () => {
    expect(fromHtml("<title>H - Site</title><h1>H</h1>").metadata.title).toBe("H");
    expect(fromHtml("<title>Site</title><h1>A</h1><h1>B</h1>").metadata.title).toBe("Site");
  });

  it("keeps values within bounds and free of half characters", () => {
    const { title = "" } = about(`<title>${"😀".repeat(2_000)}</title>`);
    expect(title.length).toBeLessThanOrEqual(500);
    expect(title.isWellFormed()).toBe(true);
  });
});

describe("hostile HTML", () => {
  const tags = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ul>",
    "<ol start=x>",
    "<li>",
    "</ul>",
    "<br>",
    "<h2>",
    "</h3>",
    "<blockquote>",
    "<pre>",
    "</pre>",
    "<td>",
    "<q>",
    "<p hidden>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<html>",
    "<body>",
    '<a href="',
    '"',
    "&#0;",
    "&amp",
    "<![CDATA[",
    "]]>",
  ];
  const soup = fc.array(fc.oneof(fc.constantFrom(...tags), anyText), { maxLength: 40 }).map((parts) => parts.join(""));

  it("always gives a canonical text", () => {
    fc.assert(
      fc.property(soup, (html) => {
        expect(isCanonicalText(fromHtml(html))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      "nesting a hundred thousand deep",
      `<html><body>${"<div>".repeat(100_000)}${SENTENCE.repeat(50)}`,
      SENTENCE.trim(),
    ],
    ["lists without end", `<html><body>${"<ul><li>".repeat(100_000)}${SENTENCE.repeat(50)}`, SENTENCE.trim()],
    ["ten thousand paragraphs never closed", `<html><body>${`<p>${SENTENCE}`.repeat(10_000)}`, SENTENCE.trim()],
    ["an attribute of five megabytes", `<html><body><p class="${"x ".repeat(2_500_000)}">Hello</p>`, "Hello"],
    ["more attributes than anyone writes", `<html><body><p ${"a=b ".repeat(300_000)}>Hello</p>`, "Hello"],
    ["megabytes of one paragraph", `<html><body><p>${"words, ".repeat(300_000)}`, "words, words"],
    ["a comment without end", `<html><body>Hello<!--${"-".repeat(2_000_000)}`, "Hello"],
    [
      "linked data nested deep",
      `<html><script type="application/ld+json">${"[".repeat(100_000)}</script><p>Hello`,
      "Hello",
    ],
    [
      "a hundred nested elements, many times",
      `<html><body>${`${"<div>".repeat(100)}${SENTENCE}${"</div>".repeat(100)}`.repeat(40)}`,
      SENTENCE.trim(),
    ],
  ])("is read in seconds: %s", (_, html, words) => {
    const started = performance.now();
    expect(fromHtml(html).text).toContain(words);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
