"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { Segmented } from "@/ui/segmented";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { drawRoundAction } from "../actions";
import type { RoundOf } from "../schema";

type DrawRoundFormProps = { team: string; caseId: string; people: { id: string; name: string }[] };

const KINDS = [
  { value: "pairs", label: "Pairs that are related" },
  { value: "claims", label: "Claims" },
];

/** What is judged, by whom, by how many each, until when. */
export function DrawRoundForm({ team, caseId, people }: DrawRoundFormProps) {
  const [title, setTitle] = useState("");
  const [of, setOf] = useState<RoundOf>("pairs");
  const [sample, setSample] = useState("50");
  const [perUnit, setPerUnit] = useState("2");
  const [until, setUntil] = useState("");
  const [judges, setJudges] = useState<string[]>([]);
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["title", "of", "sample", "perUnit", "judges", "until"],
    save: () =>
      drawRoundAction(team, {
        caseId,
        title,
        of,
        sample: Number(sample),
        perUnit: Number(perUnit),
        judges,
        until: until ? new Date(until).toISOString() : null,
      }),
    onSaved: (round) => {
      toast.success(`${round.units} drawn`, { detail: "The judges find the round here." });
      setTitle("");
    },
  });
  const toggle = (id: string) =>
    setJudges((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  return (
    <form {...form} className="flex max-w-form flex-col gap-4">
      <FormErrors errors={unplaced} title="No round was drawn" />
      <Field label="Title" id="round-title" error={errorOf("title")}>
        <Input name="title" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      </Field>
      <Segmented
        legend="What is judged"
        name="of"
        options={KINDS}
        value={of}
        onChange={(value) => setOf(value as RoundOf)}
        {...(errorOf("of") ? { error: errorOf("of") } : {})}
      />
      <div className="flex flex-wrap gap-3">
        <Field label="How many, at random" id="round-sample" error={errorOf("sample")} className="w-40">
          <Input
            name="sample"
            inputMode="numeric"
            value={sample}
            onChange={(event) => setSample(event.currentTarget.value)}
          />
        </Field>
        <Field label="Judges for each" id="round-per-unit" error={errorOf("perUnit")} className="w-32">
          <Input
            name="perUnit"
            inputMode="numeric"
            value={perUnit}
            onChange={(event) => setPerUnit(event.currentTarget.value)}
          />
        </Field>
        <Field label="Until (may stay open)" id="round-until" error={errorOf("until")} className="w-56">
          <Input
            name="until"
            type="datetime-local"
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </Field>
      </div>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 font-medium text-sm">Judges</legend>
        {people.map(({ id, name }) => (
          <Checkbox key={id} label={<bdi>{name}</bdi>} checked={judges.includes(id)} onChange={() => toggle(id)} />
        ))}
        {errorOf("judges") ? <p className="text-danger text-xs">{errorOf("judges")}</p> : null}
      </fieldset>
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Draw the round
        </Button>
      </div>
    </form>
  );
}
