import { createHash } from "node:crypto";

/** Ours, made once: the same row has the same STIX id in every export. */
const NAMESPACE = Buffer.from("4d0f6f4c6a3f4b6f9f0d6d7a2f8a51c3", "hex");

/** A STIX identifier with a UUIDv5 (RFC 9562) of what the row goes by. */
export function stixId(type: string, key: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(`${type} ${key}`).digest().subarray(0, 16);
  bytes[6] = 0x50 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `${type}--${parts.join("-")}`;
}
