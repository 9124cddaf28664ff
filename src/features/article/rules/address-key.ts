/** Parameters by which sites and senders count readers; they name no other page. */
const COUNTING =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|ref|ref_src|cmpid|ocid|s?cid|share|output|amp)$/i;
const INDEX = /\/(?:index|default)\.(?:html?|php|aspx?)$/i;

/**
 * What two addresses of one page have in common: without protocol, `www.` and the subdomains and endings of mobile and
 * AMP editions, without counting parameters, fragment and the order of the others. Null for what is no web address.
 */
export function addressKey(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const host = url.hostname.replace(/\.$/, "").replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/, "");
  const path = decoded(url.pathname)
    .replace(/\/{2,}/g, "/")
    .replace(INDEX, "/")
    .replace(/\/amp\/?$/i, "/")
    .replace(/(.)\/+$/, "$1");
  const parameters = [...url.searchParams]
    .filter(([name]) => !COUNTING.test(name))
    .map(([name, value]) => `${name}=${value}`);
  const query = parameters.length === 0 ? "" : `?${parameters.toSorted().join("&")}`;
  return `${host}${url.port === "" ? "" : `:${url.port}`}${path === "/" ? "" : path}${query}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}
