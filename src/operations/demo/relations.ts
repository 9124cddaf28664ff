/** The demonstration's judgements, by the claims' keys. `by` is who judges; `updates` and `repeats` run later → earlier. */
export type DemoRelation = {
  from: string;
  to: string;
  kind: "agrees" | "contradicts" | "qualifies" | "updates" | "repeats" | "unrelated";
  about?: "number" | "time" | "place" | "actor" | "cause" | "occurrence" | "attribution";
  by: "lead" | "analyst";
  rationale?: string;
  /** The lead's decision on the pair, in this kind, with its reason. */
  ruling?: string;
  /** Recorded after the findings: one of them is to show that it was decided before. */
  late?: true;
};

export const RELATIONS: DemoRelation[] = [
  {
    from: "kh-suspends",
    to: "kh-opposes",
    kind: "contradicts",
    about: "occurrence",
    by: "analyst",
    rationale:
      "A group that suspended its attacks on 30 January cannot be among those who opposed stopping in February.",
  },
  {
    from: "kh-suspends",
    to: "kh-opposes",
    kind: "contradicts",
    about: "occurrence",
    by: "lead",
    rationale: "Unless it suspended in public and argued against it inside.",
  },
  { from: "estiklal-suspends", to: "kh-suspends", kind: "repeats", by: "analyst", rationale: "Credits Reuters." },
  { from: "estiklal-opposes", to: "kh-opposes", kind: "repeats", by: "lead", rationale: "Retells the broadcast." },
  { from: "kh-suspends", to: "halt", kind: "agrees", by: "lead", ruling: "One announcement within the general halt." },
  {
    from: "low-pitch-deal",
    to: "halt",
    kind: "contradicts",
    about: "occurrence",
    by: "lead",
    rationale: "One says that the attacks stopped, the other that they were to go on quietly.",
    late: true,
  },
  {
    from: "tower22-later-count",
    to: "tower22-first-count",
    kind: "updates",
    by: "lead",
    rationale: "The same command corrected its own count within the day.",
  },
  {
    from: "estiklal-tower22",
    to: "tower22-later-count",
    kind: "contradicts",
    about: "number",
    by: "analyst",
    rationale: "25 against at least 34, nine months later.",
  },
  {
    from: "estiklal-tower22",
    to: "tower22-first-count",
    kind: "repeats",
    by: "analyst",
    rationale: "The first count.",
  },
  {
    from: "estiklal-visit",
    to: "qaani-date",
    kind: "contradicts",
    about: "time",
    by: "analyst",
    rationale: "Two weeks before 18 February is 4 February, not 29 January.",
  },
  {
    from: "estiklal-visit",
    to: "qaani-date",
    kind: "qualifies",
    by: "lead",
    rationale: "“Two weeks” may be meant loosely.",
  },
  {
    from: "estiklal-meetings",
    to: "io-meetings",
    kind: "repeats",
    by: "lead",
    rationale: "Credits Intelligence Online.",
  },
  {
    from: "anbar-government",
    to: "anbar-forces",
    kind: "contradicts",
    about: "actor",
    by: "analyst",
    rationale: "Sixteen dead in both; one says that civilians were among them, the other that all were its members.",
  },
  { from: "estiklal-anbar", to: "anbar-forces", kind: "agrees", by: "lead" },
  { from: "mirror-halt", to: "halt", kind: "agrees", by: "analyst" },
  { from: "khazali-rejects", to: "dispute", kind: "agrees", by: "analyst" },
  { from: "io-bases", to: "qaani-warning", kind: "unrelated", by: "analyst", rationale: "Eight months apart." },
];
