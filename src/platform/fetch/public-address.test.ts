import { BlockList } from "node:net";
import fc from "fast-check";
import { expect, it } from "vitest";
import { INSIDE_V4, INSIDE_V6 } from "@/testing/hostile-urls";
import { canonicalAddress, isPublicAddress } from "./public-address";

it.each([...INSIDE_V4, ...INSIDE_V6])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each([
  ...["1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255"],
  ...["128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0"],
  ...["198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001:81b::200e"],
  ...["::ffff:8.8.8.8", "64:ff9b::8.8.8.8"],
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  "",
  "localhost",
  "127.1",
  "0x7f000001",
  "010.0.0.1",
  "8.8.8.8 ",
  "8.8.8.8/32",
  "[::1]",
  "fe80::1%eth0",
  "2606:4700::1%lo",
])("%j is no address that anybody connects to", (text) => {
  expect(isPublicAddress(text)).toBe(false);
});

/** The same ranges once more, from the registry's list and by another's arithmetic. */
function registry(): BlockList {
  const list = new BlockList();
  const ranges = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
    192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`;
  for (const range of ranges.split(/\s+/)) {
    const [network = "", bits] = range.split("/");
    list.addSubnet(network, Number(bits), "ipv4");
  }
  return list;
}

const special = registry();
/** Half of them near the ranges' edges, which chance alone seldom meets. */
const anyV4 = fc.oneof(
  fc.ipV4(),
  fc
    .tuple(
      fc.constantFrom(0, 9, 10, 11, 100, 126, 127, 128, 169, 172, 192, 198, 203, 223, 224, 239, 240, 255),
      fc.constantFrom(0, 15, 16, 18, 19, 20, 31, 32, 51, 63, 64, 88, 127, 128, 167, 168, 169, 253, 254, 255),
      fc.constantFrom(0, 1, 2, 3, 98, 99, 100, 112, 113, 114, 255),
      fc.constantFrom(0, 1, 254, 255),
    )
    .map((octets) => octets.join(".")),
);

it("never takes an address of the registry's special ranges for public", () => {
  fc.assert(
    fc.property(anyV4, (address) => !special.check(address, "ipv4") || !isPublicAddress(address)),
    { numRuns: 5000 },
  );
});

it("takes an IPv4 address the same, written as IPv6 or not", () => {
  fc.assert(
    fc.property(anyV4, (address) => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      expect(isPublicAddress(`64:ff9b::${address}`)).toBe(isPublicAddress(address));
      expect(isPublicAddress(`::${address}`)).toBe(false);
      expect(canonicalAddress(`::ffff:${address}`)).toBe(address);
    }),
  );
});

it("takes no IPv6 for public outside of what is given out", () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const { hostname } = new URL(`http://[${address}]`);
      const carriesV4 = /^\[(::ffff:|64:ff9b::)[\da-f]+(:[\da-f]+)?\]$/.test(hostname);
      const isGlobal = /^\[[23][\da-f]{3}:/.test(hostname);
      expect(isPublicAddress(address) && !carriesV4 && !isGlobal).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
