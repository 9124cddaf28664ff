import { isIP } from "node:net";
import { FetchRefused } from "./fetch-refused";

/** Names that by standard or custom mean something inside, whatever a resolver makes of them. */
const INSIDE = /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/** Reads an address as browsers do, which undoes every odd spelling of it, and refuses what no page is fetched by. */
export function checkUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new FetchRefused("address", "This is not an address of a web page.");
  const url = new URL(address, base);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new FetchRefused("scheme", "Only addresses that begin with http:// or https:// can be fetched.");
  if (url.username || url.password)
    throw new FetchRefused("credentials", "An address with a user name or password in it is not fetched.");
  return url;
}

export const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === "https:" ? 443 : 80));

/** False for names that are not looked up at all: those of the machine, of a local network, and broken ones. */
export function isPublicName(name: string): boolean {
  const labels = name.split(".");
  return isIP(name) === 0 && labels.length > 1 && labels.every(Boolean) && !INSIDE.test(name);
}
