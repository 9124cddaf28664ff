/** Serves the built app in this process, so that one signal stops all of it. */
import http from "node:http";
import net from "node:net";
import { root } from "./project.mjs";
import { Stop } from "./stop.mjs";

/** How long answers under way may take to finish at the end; event streams never would. */
const grace = 1000;

/** Told before the long work begins rather than after it. */
export function requireFreePort({ port, host }) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => reject(cannotListen(error, port, host)));
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** @returns {Promise<{ close: () => Promise<void> }>} */
export async function serve({ port, host }) {
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: root, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = http.createServer((request, response) => handle(request, response));
  // Longer than the idle time of the proxies and clients before it: who closes first must not be the one that is asked.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 80_000;
  await new Promise((resolve, reject) => {
    server.once("error", (error) => reject(cannotListen(error, port, host)));
    server.listen(port, host, resolve);
  });
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), grace);
    await closed;
    clearTimeout(timer);
    await app.close();
  };
  return { close };
}

function cannotListen(error, port, host) {
  if (error.code === "EADDRINUSE")
    return new Stop(
      `Port ${port} on ${host} is taken by another program: stop that one, or set PORT to another number.`,
    );
  if (error.code === "EACCES") return new Stop(`PORT ${port} may not be used by this user: choose one above 1023.`);
  if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"].includes(error.code))
    return new Stop(`HOST is "${host}", which is no address of this machine.`);
  return error;
}
