import { createServer, type Server } from "node:http";

/** A site on this machine that publishes pages, and changes them without a word. */
export class NewsSite {
  readonly #pages = new Map<string, string>();
  readonly #server: Server = createServer((request, response) => {
    const page = this.#pages.get((request.url ?? "").split("?")[0] ?? "");
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(page ?? "");
  });
  readonly #port = Number(process.env.CROSSBEARING_NEWS_PORT);

  open = () => new Promise<void>((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  /** Publishes a page, or another in its place; answers where. */
  publish(path: string, headline: string, paragraphs: string[]): string {
    this.#pages.set(
      path,
      `<!doctype html><html lang="en"><head><title>${headline} | Karsk Wire</title>
      <meta property="og:site_name" content="Karsk Wire"><meta name="author" content="By Dana Field">
      <meta property="article:published_time" content="2024-03-05T10:00:00Z"></head>
      <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
      <article><h1>${headline}</h1>${paragraphs.map((each) => `<p>${each}</p>`).join("")}</article>
      <footer>All rights reserved</footer></body></html>`,
    );
    return `http://127.0.0.1:${this.#port}${path}`;
  }
}
