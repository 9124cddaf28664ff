import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** The wire server of a cloud: it answers each machine there with its secrets, at an address that is public by its number. */
const METADATA = new Set(["168.63.129.16"]);

/**
 * Whether an IP address is one of the open internet. What is not known to be so is not: private, local, reserved and
 * documentation ranges, and IPv6 that carries such an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  if (!parsed) return false;
  return parsed instanceof ipaddr.IPv4 ? isPublicV4(parsed) : isPublicV6(parsed);
}

/** One spelling for each address, so that two can be compared; an IPv4 address written as IPv6 is that IPv4 address. */
export function canonicalAddress(address: string): string {
  const parsed = parse(address);
  if (!parsed) return address;
  return parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress()
    ? parsed.toIPv4Address().toString()
    : parsed.toString();
}

/** Only what Node itself takes for an address, for ipaddr.js reads more; a zone names one of our own interfaces. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (isIP(address) === 0 || address.includes("%")) return null;
  return isIP(address) === 4 ? ipaddr.IPv4.parse(address) : ipaddr.IPv6.parse(inHexadecimal(address));
}

/** The library reads `::1.2.3.4` as the mapped `::ffff:1.2.3.4`, which is another address than a socket connects to. */
const inHexadecimal = (address: string) => new URL(`http://[${address}]`).hostname.slice(1, -1);

const isPublicV4 = (address: ipaddr.IPv4) => address.range() === "unicast" && !METADATA.has(address.toString());

function isPublicV6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicV4(address.toIPv4Address());
  // A network without IPv4 reaches every older site by these: they are as public as the address they carry.
  if (isNat64(address)) return isPublicV4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return address.range() === "unicast" && isGlobal(address) && !isIsatap(address);
}

const NAT64 = ipaddr.IPv6.parse("64:ff9b::");
const isNat64 = (address: ipaddr.IPv6) => address.match(NAT64, 96);

/** All that is given out so far; the library calls the unassigned rest, and the old IPv4-compatible form, unicast too. */
const GLOBAL = ipaddr.IPv6.parse("2000::");
const isGlobal = (address: ipaddr.IPv6) => address.match(GLOBAL, 3);

/** Carries an IPv4 address in its second half, under any prefix. */
const isIsatap = ({ parts }: ipaddr.IPv6) => parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);
