import { expect, it } from "vitest";
import type { Conflict, Finding } from "@/features/conflict/schema";
import { plainText } from "./block";
import { conflictHead, conflictTail } from "./conflict-blocks";

const who = { id: "u", name: "Lena" };
const finding = (more: Partial<Finding>): Finding => ({
  id: "f",
  question: "How many?",
  outcome: "one_camp",
  preferredCamp: "B",
  preferred: [4],
  rationale: "First.\n\nSecond.",
  likelihood: "likely",
  confidence: "moderate",
  status: "signed",
  claims: [1, 4],
  changes: [],
  author: who,
  signer: who,
  signedAt: "2024-11-01T10:00:00.000Z",
  version: 1,
  createdAt: "2024-11-01T09:00:00.000Z",
  updatedAt: "2024-11-01T09:00:00.000Z",
  ...more,
});

const conflict = (more: Partial<Conflict>): Conflict => ({
  key: 1,
  inconsistent: false,
  reports: 3,
  origins: { min: 1, max: 2 },
  about: ["number"],
  camps: [],
  oppositions: [],
  inconsistencies: [],
  circular: [],
  aside: [],
  findings: [],
  asOf: null,
  finding: null,
  status: "open",
  assignee: null,
  ...more,
});

const paragraphs = (blocks: ReturnType<typeof conflictHead>) =>
  blocks.flatMap((block) => (block.block === "paragraph" ? [plainText(block.text)] : []));

it("gives likelihood and confidence in sentences of their own", () => {
  const told = paragraphs(conflictHead(conflict({ finding: finding({}), status: "settled" })));
  expect(told).toContain("Likelihood: likely (55–80 %).");
  expect(told).toContain("Confidence: moderate (partially corroborated information).");
  expect(told.filter((each) => /likel/i.test(each) && /confiden/i.test(each))).toEqual([]);
  expect(told).toContain("Finding: One camp holds. Camp B (C-4).");
});

it("tells what changed since, and earlier findings", () => {
  const stale = finding({ changes: [{ what: "membership", words: "C-9 joined camp B" }] });
  const old = {
    ...finding({ status: "superseded", outcome: "cannot_tell", preferred: [] }),
    basis: { claims: [], relations: [], camps: [] },
  };
  const blocks = conflictHead(
    conflict({ finding: stale, findings: [{ ...stale, basis: old.basis }, old], status: "stale" }),
  );
  expect(paragraphs(blocks)).toContain("Changed since it was decided:");
  expect(paragraphs(blocks)).toContain("Earlier finding, superseded: Cannot be told.");
});

it("tells that a draft is left out, and what goes round in a circle", () => {
  const draft = { ...finding({ status: "draft" }), basis: { claims: [], relations: [], camps: [] } };
  const blocks = conflictTail(conflict({ findings: [draft], circular: [[3, 5]] }));
  expect(paragraphs(blocks)).toEqual(["A draft of a finding is not part of this report."]);
  const [facts] = blocks;
  expect(facts?.block === "facts" && facts.facts.map(({ value }) => plainText(value))).toEqual([
    "C-3 and C-5 repeat each other: no origin stands behind them",
  ]);
});
