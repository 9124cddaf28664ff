import { claimLabel } from "@/features/claim/rules/claim-number";
import type { Finding, FindingBasis } from "../schema";

type Told = Pick<Finding, "question" | "outcome" | "preferred" | "rationale" | "likelihood" | "confidence" | "status">;

/** What the history tells of a finding, by the API's names. */
export function toldOfFinding(finding: Told, basis: FindingBasis) {
  const { question, outcome, preferred, rationale, likelihood, confidence, status } = finding;
  const claims = basis.claims.map(({ number }) => number).sort((a, b) => a - b);
  return {
    status,
    question,
    outcome,
    preferred: preferred.map(claimLabel),
    rationale,
    likelihood,
    confidence,
    claims: claims.map(claimLabel),
  };
}
