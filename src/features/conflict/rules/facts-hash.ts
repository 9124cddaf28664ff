import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** A fingerprint of facts: SHA-256, in hex, of their canonical JSON (RFC 8785). Equal facts, equal fingerprint. */
export const factsHash = (facts: object): string =>
  createHash("sha256")
    .update(canonicalize(facts) ?? "")
    .digest("hex");
