/** What SMTP_URL and SMTP_FROM say. Plain Node: `npm start` reads them before anything is installed, the app when it runs. */

/**
 * Where mail is handed over.
 * @typedef {object} MailServer
 * @property {string} host
 * @property {number} port
 * @property {boolean} tls  from the first byte; otherwise the connection begins in the clear and is upgraded
 * @property {boolean} near  on this very machine: nobody is in between
 * @property {{ user: string, pass: string } | null} auth
 */

/**
 * Who mail is from.
 * @typedef {object} Sender
 * @property {string} name
 * @property {string} address
 */

/**
 * `smtp://` or `smtps://`, with `user:password@` and a port where they are needed; null for anything else.
 * @param {string} text
 * @returns {MailServer | null}
 */
export function parseMailServer(text) {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  if (!/^([a-z\d.-]+|\[[\da-f:.]+\])$/i.test(hostname) || !/^\/?$/.test(pathname) || search || hash) return null;
  const [user, pass] = [decoded(username), decoded(password)];
  if (user === null || pass === null || (user === "") !== (pass === "")) return null;
  const tls = protocol === "smtps:";
  const host = hostname.replace(/^\[|\]$/g, "");
  const near = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host);
  return { host, port: Number(port) || (tls ? 465 : 587), tls, near, auth: user === "" ? null : { user, pass } };
}

/** @param {string} text */
function decoded(text) {
  try {
    const plain = decodeURIComponent(text);
    return /\p{Cc}/u.test(plain) ? null : plain;
  } catch {
    return null;
  }
}

const ADDRESS = /^[^\s\p{C}"'(),:;<>@[\\\]]+@[^\s\p{C}"'(),:;<>@[\\\]]+\.[^\s\p{C}"'(),:;<>@[\\\].]+$/u;

/**
 * One plain address: no list, no comment, no quotation, nothing that ends a header.
 * @param {string} text
 */
export const isAddress = (text) => text.length <= 254 && ADDRESS.test(text);

/**
 * `claims@example.org` or `Crossbearing <claims@example.org>`; null for anything else.
 * @param {string} text
 * @returns {Sender | null}
 */
export function parseSender(text) {
  const [, name = "", address = text] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(text) ?? [];
  return isAddress(address) ? { name: name.trim().replace(/^"(.*)"$/, "$1"), address } : null;
}
