import type { WarningKind } from "../schema";

/* What each kind of warning teaches: in official words where there are some. Pure words, for browser and server. */

export const TITLES: Record<WarningKind, string> = {
  confirmed_alone: "Confirmed by fewer than two origins",
  far_apart_grades: "Grades far apart",
  maybe_update: "Contradictions that may be updates",
  one_owner_camp: "Camps of one owner",
  sole_source: "Articles with one source",
  left_undecided: "Left undecided",
  lost_words: "Conflicts on words that are gone",
};

export const LESSONS: Record<WarningKind, string> = {
  confirmed_alone:
    "Credibility 1, “confirmed by other sources”, is a statement of independence: it “can be stated with certainty that the reported information originates from another source than the already existing information on the same subject”.",
  far_apart_grades:
    "Source and information are graded independently of each other, so such a pair can be right. But analysts’ grades were steadiest where the two were moderately consistent (Kelly and others, 2025): a pair this far apart is often a slip, or has a reason that a reader must know.",
  maybe_update:
    "Two statements about different times can both be true. That a newer report replaces an older one, as with a rising toll, is the commonest false alarm.",
  one_owner_camp:
    "Outlets of one owner may share a desk, a wire and a line: until it is shown that they have it from different places, they count as one origin.",
  sole_source:
    "Corroboration counts origins, not reports. An article that has everything from one source adds no origin of its own, however much it says.",
  left_undecided:
    "The analysts’ judgements tie, so nothing stands of this pair: it joins no camp and opposes none, and every count passes over it.",
  lost_words:
    "No conflict should be decided on words that nobody can find any more: the outlet may have corrected itself, or the quote was never right.",
};

export const ADVICE: Record<WarningKind, string> = {
  confirmed_alone:
    "Relate the independent reports that confirm it. Where there are none, 2, “probably true”, is the grade for what is established but not independently.",
  far_apart_grades:
    "Look whether each grade says what you mean, and write the reason into the assessment. F and 6 say that it cannot be judged.",
  maybe_update:
    "Judge “updates” if the newer replaces the older, “qualifies” if they are about different things. Dismiss this where they do exclude each other.",
  one_owner_camp: "Look for a report from outside the family before you rely on their number.",
  sole_source:
    "Where it passes another on, enter the claims from there if they can be had, and say that these repeat them. Where it names nobody, read the text again for whom it credits; if it credits nobody, grade the information by itself.",
  left_undecided: "Give your judgement, or ask a lead to rule on the pair.",
  lost_words: "Read the passage in the newest version, then set the quote anew or retract the claim.",
};
