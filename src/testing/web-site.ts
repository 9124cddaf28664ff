import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type WebSite = { port: number /** What was asked for, in order. */; hits: string[]; close: () => Promise<void> };

/** A real server on this machine, on a free port unless one is given. */
export async function webSite(listener: RequestListener, host = "127.0.0.1", port = 0): Promise<WebSite> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? "");
    // The reader may hang up in the middle: that is what is tested.
    response.on("error", () => undefined);
    listener(request, response);
  });
  await listening(server, host, port);
  return { port: (server.address() as AddressInfo).port, hits, close: () => closed(server) };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
