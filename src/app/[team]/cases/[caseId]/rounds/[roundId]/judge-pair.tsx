"use client";

import { useState } from "react";
import type { Claim } from "@/features/claim/schema";
import { ABOUTS } from "@/features/relation/components/relation-words";
import type { AnswerInput } from "@/features/round/schema";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { Segmented } from "@/ui/segmented";
import { Textarea } from "@/ui/textarea";
import { ClaimToJudge } from "./claim-to-judge";

type JudgePairProps = { first: Claim; second: Claim; base: string; onAnswer: (said: AnswerInput) => void };

const group = "Judge";

/** How two claims stand to each other: a key each, and a reason if one likes. A contradiction says what it is about first. */
export function JudgePair({ first, second, base, onAnswer }: JudgePairProps) {
  const [rationale, setRationale] = useState("");
  const [contradicts, setContradicts] = useState(false);
  const [about, setAbout] = useState<string | null>(null);
  const say = (said: AnswerInput) => onAnswer({ ...said, ...(rationale.trim() && { rationale }) });
  const answers = [
    { keys: "=", label: "They agree", run: () => say({ kind: "agrees" }) },
    { keys: "x", label: "They contradict each other", run: () => setContradicts(true) },
    { keys: "q", label: "They only seem to", run: () => say({ kind: "qualifies" }) },
    { keys: "u", label: `${first.claim} updates ${second.claim}`, run: () => say({ kind: "updates", from: first.id }) },
    {
      keys: "shift+u",
      label: `${second.claim} updates ${first.claim}`,
      run: () => say({ kind: "updates", from: second.id }),
    },
    { keys: "n", label: "Neither: no relation", run: () => say({ kind: "unrelated" }) },
    { keys: "0", label: "It cannot be judged", run: () => onAnswer({ cannot: true }) },
  ];
  const decide = () => say({ kind: "contradicts", about: (about as AnswerInput["about"]) ?? null });
  useShortcuts([
    ...answers.map((each) => ({ ...each, group })),
    ...ABOUTS.map(({ key, about }) => ({
      keys: key,
      label: about,
      group,
      hidden: true,
      disabled: !contradicts,
      run: () => say({ kind: "contradicts", about }),
    })),
  ]);
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2">
        <ClaimToJudge claim={first} base={base} />
        <ClaimToJudge claim={second} base={base} />
      </div>
      <fieldset aria-label="How they stand to each other" className="flex flex-wrap gap-2">
        {answers.map(({ keys, label, run }) => (
          <Button key={keys} keys={keys} onClick={run} aria-pressed={keys === "x" ? contradicts : undefined}>
            {label}
          </Button>
        ))}
      </fieldset>
      {contradicts ? (
        <div className="flex flex-wrap items-end gap-3">
          <Segmented
            legend="What about"
            name="about"
            options={ABOUTS.map(({ key, about }) => ({ value: about, label: about, keys: key }))}
            value={about}
            onChange={setAbout}
          />
          <Button variant="primary" onClick={decide}>
            Say so
          </Button>
        </div>
      ) : null}
      <Field label="Reason (may stay empty)" id="rationale" className="max-w-reading">
        <Textarea value={rationale} onChange={(event) => setRationale(event.currentTarget.value)} rows={2} />
      </Field>
    </>
  );
}
