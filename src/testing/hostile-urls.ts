/** Addresses that no page may be fetched from: the machine itself, networks behind it, and ranges that hold no site. */
export const INSIDE_V4 = [
  ...["127.0.0.1", "127.0.0.53", "127.255.255.254", "0.0.0.0", "0.1.2.3"],
  ...["10.0.0.1", "10.255.255.254", "172.16.0.1", "172.31.255.254", "192.168.0.1", "192.168.255.254"],
  ...["169.254.169.254", "169.254.0.1", "100.64.0.1", "100.127.255.254", "100.100.100.200", "168.63.129.16"],
  ...["192.0.0.192", "192.0.2.1", "198.18.0.1", "198.19.255.254", "198.51.100.7", "203.0.113.9"],
  ...["224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"],
];

export const INSIDE_V6 = [
  ...["::", "::1", "::2", "fc00::1", "fd00:ec2::254", "fd12:3456:789a::1", "fe80::1", "febf::1", "fec0::1"],
  ...["ff02::1", "ff0e::1", "100::1", "2001:db8::1", "2001:2::1", "2001:10::1", "3fff::1", "5f00::1", "4000::1"],
  ...["64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2a00:1450::5efe:a00:1", "2a00:1450:0:0:200:5efe:a00:1"],
];

type Spell = (octets: number[]) => string;

const hex = (value: number, digits = 1) => value.toString(16).padStart(digits, "0");
const octal = (value: number) => `0${value.toString(8)}`;
const number = (octets: number[]) => octets.reduce((value, octet) => value * 256 + octet, 0);
const last = (octets: number[], from: number) => [...octets.slice(0, from), number(octets.slice(from))].join(".");
const dotted = (octets: number[]) => octets.join(".");
const words = (octets: number[]) => [0, 2].map((at) => hex(number(octets.slice(at, at + 2)))).join(":");
const percent = (text: string) => [...text].map((char) => `%${hex(char.charCodeAt(0), 2)}`).join("");
/** Digits of another block of Unicode, which browsers read as the plain ones. */
const shifted = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const SPELLINGS_OF_V4: Record<string, Spell> = {
  plain: dotted,
  "with a dot at the end": (octets) => `${dotted(octets)}.`,
  decimal: (octets) => `${number(octets)}`,
  hexadecimal: (octets) => `0x${hex(number(octets))}`,
  "capital hexadecimal": (octets) => `0X${hex(number(octets), 8).toUpperCase()}`,
  octal: (octets) => octal(number(octets)),
  "hexadecimal parts": (octets) => octets.map((octet) => `0x${hex(octet)}`).join("."),
  "octal parts": (octets) => octets.map(octal).join("."),
  "long octal parts": (octets) => octets.map((octet) => `0000${octet.toString(8)}`).join("."),
  "mixed parts": ([a = 0, b = 0, c = 0, d = 0]) => `0x${hex(a)}.${octal(b)}.${c}.0x${hex(d, 4)}`,
  "two parts": (octets) => last(octets, 1),
  "three parts": (octets) => last(octets, 2),
  "two parts, hexadecimal": ([a = 0, ...rest]) => `0x${hex(a)}.0x${hex(number(rest))}`,
  "full-width digits": (octets) => shifted(dotted(octets), 0xff10),
  "bold digits": (octets) => shifted(dotted(octets), 0x1d7ce),
  "ideographic dots": (octets) => octets.join("。"),
  "half-width dots": (octets) => octets.join("｡"),
  "percent-encoded": (octets) => percent(dotted(octets)),
  "percent-encoded dots": (octets) => octets.join("%2e"),
  "percent-encoded full-width digits": (octets) => encodeURIComponent(shifted(dotted(octets), 0xff10)),
  "soft hyphens": (octets) => octets.join("\u00ad."),
  "no-width spaces": (octets) => octets.join("\u200b."),
  "line breaks": (octets) => octets.join("\n."),
  mapped: (octets) => `[::ffff:${dotted(octets)}]`,
  "mapped, hexadecimal": (octets) => `[::ffff:${words(octets)}]`,
  "mapped, in full": (octets) => `[0000:0000:0000:0000:0000:FFFF:${words(octets)}]`,
  compatible: (octets) => `[::${dotted(octets)}]`,
  translated: (octets) => `[::ffff:0:${dotted(octets)}]`,
  NAT64: (octets) => `[64:ff9b::${dotted(octets)}]`,
  "local NAT64": (octets) => `[64:ff9b:1::${dotted(octets)}]`,
  "6to4": (octets) => `[2002:${words(octets)}::1]`,
  Teredo: (octets) => `[2001:0:4136:e378:8000:63bf:${words(octets.map((octet) => 255 - octet))}]`,
  ISATAP: (octets) => `[2a00:1450:4001:81b:0:5efe:${words(octets)}]`,
};

const SPELLINGS_OF_V6: Record<string, (address: string) => string> = {
  plain: (address) => `[${address}]`,
  capital: (address) => `[${address.toUpperCase()}]`,
  "with a zone": (address) => `[${address}%25lo]`,
  "percent-encoded": (address) => `[${percent(address)}]`,
  "without brackets": (address) => address,
};

/** Ways to dress a host, each a URL that a careless reader takes for something else. */
const DRESSES: Record<string, (host: string, port: number) => string> = {
  "with a fragment like a host": (host, port) => `http://${host}:${port}#@example.com/`,
  "with a backslash before a host": (host, port) => `http://${host}:${port}\\@example.com/`,
  "with backslashes": (host, port) => `http:\\\\${host}:${port}\\`,
  "without slashes": (host, port) => `http:${host}:${port}/`,
  "with many slashes": (host, port) => `http://///${host}:${port}/`,
  "with a tab in the scheme": (host, port) => `ht\ttp://${host}:${port}/`,
  "with space around": (host, port) => ` \n http://${host}:${port}/ `,
  "with an empty user": (host, port) => `http://@${host}:${port}/`,
  "with an empty user and password": (host, port) => `http://:@${host}:${port}/`,
  "in capitals": (host, port) => `HTTP://${host}:${port}/`,
  "with TLS": (host, port) => `https://${host}:${port}/`,
  "with a user like a host": (host, port) => `http://example.com@${host}:${port}/`,
  "with user and password": (host, port) => `http://example.com:80@${host}:${port}/`,
  "with an encoded user": (host, port) => `http://example.com%2f@${host}:${port}/`,
  "with another scheme": (host, port) => `gopher://${host}:${port}/`,
};

const NAMES = [
  ...["localhost", "LOCALHOST", "localhost.", "ｌｏｃａｌｈｏｓｔ", "loc\u00adalhost", "%6c%6f%63alhost", "ⓛocalhost"],
  ...["www.localhost", "localhost.localdomain", "printer.local", "printer.local.", "db.internal", "a.b.internal"],
  ...["metadata.google.internal", "metadata", "intranet", "router.lan", "nas.home", "nas.home.arpa", "wiki.corp"],
  ...["ip6-localhost", "127.0.0.1..", "example..com", ".example.com", "..", "127.0.0.1.localhost"],
];

export type HostileUrl = { what: string; url: string };

const octetsOf = (address: string) => address.split(".").map(Number);

/** Spellings of one IPv4 address as the host of a URL. */
export function spellV4(address: string): { how: string; host: string }[] {
  return Object.entries(SPELLINGS_OF_V4).map(([how, spell]) => ({ how, host: spell(octetsOf(address)) }));
}

/** URLs that lead inside in every way that needs no resolver and no server: some thousand of them. */
export function hostileUrls(port: number): HostileUrl[] {
  const v4 = INSIDE_V4.flatMap((address) =>
    spellV4(address).map(({ how, host }) => ({ what: `${address}, ${how}`, url: `http://${host}:${port}/` })),
  );
  const v6 = INSIDE_V6.flatMap((address) =>
    Object.entries(SPELLINGS_OF_V6).map(([how, spell]) => ({
      what: `${address}, ${how}`,
      url: `http://${spell(address)}:${port}/`,
    })),
  );
  const dressed = ["127.0.0.1", "2130706433", "[::1]", "169.254.169.254", "localhost"].flatMap((host) =>
    Object.entries(DRESSES).map(([how, dress]) => ({ what: `${host}, ${how}`, url: dress(host, port) })),
  );
  const named = NAMES.map((name) => ({ what: `the name ${name}`, url: `http://${name}:${port}/` }));
  return [...v4, ...v6, ...dressed, ...named];
}
