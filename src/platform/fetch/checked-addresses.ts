import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { type Allowed, hostOf } from "./allowances";
import { isPublicName, portOf } from "./check-url";
import { FetchRefused } from "./fetch-refused";
import { canonicalAddress, isPublicAddress } from "./public-address";

/** Finds the addresses of a name. */
export type Resolve = (name: string) => Promise<string[]>;

export const resolveBySystem: Resolve = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address);

/** The ports that web sites are served on; on others an answer may come from something that is no web site. */
const PORTS = [80, 443, 8080, 8443];

/** The addresses behind a URL, once every one of them may be connected to. */
export async function checkedAddresses(url: URL, resolve: Resolve, allowed: Allowed): Promise<string[]> {
  const host = hostOf(url);
  const port = portOf(url);
  const named = isIP(host) === 0;
  const allowedByName = named && allowed.name(host, port);
  if (named && !allowedByName && !isPublicName(host)) throw inside();
  // The resolver of a socket is not asked for a host that is an address: those are looked at here, or nowhere.
  const addresses = named ? await resolve(host) : [host];
  if (addresses.length === 0) throw new FetchRefused("unreachable", "There is no site of this name.");
  if (!allowedByName) requireOpen(addresses, port, allowed);
  return addresses;
}

/** One that leads inside is enough to refuse: which of them a socket takes is chance. */
function requireOpen(addresses: string[], port: number, allowed: Allowed): void {
  const others = addresses.filter((address) => !allowed.address(canonicalAddress(address), port));
  if (!others.every(isPublicAddress)) throw inside();
  if (others.length > 0 && !PORTS.includes(port))
    throw new FetchRefused("port", `Pages are fetched from the ports ${PORTS.join(", ")} only, not from port ${port}.`);
}

const inside = () =>
  new FetchRefused("address", "This address is not on the public internet, and pages are fetched only from there.");

/** A socket's resolver that knows only addresses which were checked: what a name means is asked once and not again. */
export function pinnedLookup(addresses: string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, { all }, callback) => {
    if (all) callback(null, found);
    else callback(null, found[0]?.address ?? "", found[0]?.family);
  };
}
