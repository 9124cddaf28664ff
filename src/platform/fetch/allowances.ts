import { isIP } from "node:net";
import { canonicalAddress } from "./public-address";

/** A host of one's own network, by name or address, that analysts may fetch from. */
export type Allowance = { host: string; port: number };

/** What may be fetched although it is not public: by the name in the URL, or by the address that is connected to. */
export type Allowed = {
  name: (name: string, port: number) => boolean;
  address: (address: string, port: number) => boolean;
};

const ENTRY = /^(\[[\da-f:.]+\]|[^\s:/\\@?#%*[\]]+):(\d{1,5})$/i;

/** Reads `wiki.internal:8080,10.0.0.5:443,[fd00::5]:80`; null when it is no such list. */
export function parseAllowances(text: string): Allowance[] | null {
  const entries = text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map(parseEntry);
  return entries.every((entry) => entry !== null) ? entries : null;
}

function parseEntry(entry: string): Allowance | null {
  const [, host, digits] = ENTRY.exec(entry) ?? [];
  const port = Number(digits);
  if (!host || port < 1 || port > 65_535) return null;
  const url = `http://${host}:${port}`;
  return URL.canParse(url) ? { host: hostOf(new URL(url)), port } : null;
}

/** The name or address of a URL in one spelling: no brackets, no dot at the end. */
export function hostOf({ hostname }: URL): string {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  return isIP(bare) ? canonicalAddress(bare) : bare;
}

export function allowedBy(allowances: Allowance[]): Allowed {
  const has = (host: string, port: number) =>
    allowances.some((allowance) => allowance.host === host && allowance.port === port);
  return { name: has, address: (address, port) => has(canonicalAddress(address), port) };
}
