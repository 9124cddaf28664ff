import type { Refusal } from "@/platform/errors";
import type { Change, ConflictStatus, FindingOutcome, FindingStatus } from "../schema";

/** It can name the camp that it prefers. */
export const mayPrefer = (outcome: FindingOutcome) => outcome === "one_camp" || outcome === "outdated";

type Standing = { status: FindingStatus; outcome: FindingOutcome; changes: Change[] };

/** What a finding makes of its conflict; drafts, and what is of the past, make nothing of it. */
export function conflictStatus(finding: Standing | null): ConflictStatus {
  if (!finding) return "open";
  if (finding.changes.length > 0) return "stale";
  if (finding.status === "proposed") return "proposed";
  return finding.outcome === "open" ? "open" : "settled";
}

/** Neither signed nor of the past: it can still be changed, and a conflict has one at a time. */
export const isUnsigned = (status: FindingStatus) => status === "draft" || status === "proposed";

/** It says what the team found, or what somebody proposes that it should. */
export const counts = (status: FindingStatus) => status === "proposed" || status === "signed";

export type Signing = {
  /** The actor's role allows it. */
  mayEver: boolean;
  /** The case asks for a signature other than the author's. */
  second: boolean;
  /** The actor would be the author of the words that are signed. */
  isAuthor: boolean;
  /** The actor says which version they have read. */
  namesVersion: boolean;
};

/** What a finding becomes where nothing else is asked: as much as the actor may give. */
export const highestStatus = ({ mayEver, second, isAuthor, namesVersion }: Signing) =>
  mayEver && (!second || (!isAuthor && namesVersion)) ? "signed" : "proposed";

type Words = { outcome: FindingOutcome; preferred: number[]; rationale: string };

/** Why a finding cannot be written so, or null. A draft may still lack its reasons. */
export function refuseFinding(words: Words, status: FindingStatus): Refusal | null {
  if (words.outcome === "one_camp" && words.preferred.length === 0) {
    return { path: "preferredCamp", message: "is needed: which camp holds" };
  }
  if (!mayPrefer(words.outcome) && words.preferred.length > 0) {
    return { path: "preferredCamp", message: "does not go with this outcome" };
  }
  if (status !== "draft" && words.rationale === "") {
    return { path: "rationale", message: "is needed: a finding without its reasons stays a draft" };
  }
  return null;
}
