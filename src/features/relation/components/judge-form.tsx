"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Select } from "@/ui/select";
import { StaleNotice } from "@/ui/stale-notice";
import { Textarea } from "@/ui/textarea";
import { useActionForm } from "@/ui/use-action-form";
import { judgeRelationAction, ruleOnRelationAction } from "../actions";
import { isDirected } from "../rules";
import { ContradictionAbout, type Relation, RelationKind, type RelationOfClaim } from "../schema";

/** What somebody says, or is about to say, of a pair. */
type Said = { kind: RelationKind; from: string; about: ContradictionAbout | null; rationale: string };

type JudgeFormProps = {
  team: string;
  relation: RelationOfClaim;
  /** The claim from which the pair is seen. */
  claim: { id: string; claim: string };
  /** One's own judgement, or the ruling of a lead. */
  what: "judgement" | "ruling";
  /** What was said so far. */
  said: Said | null;
  onSaved: (relation: Relation) => void;
  onCancel: () => void;
};

const FIELDS = ["kind", "about", "rationale"];

/** What one thinks of two claims, or decides of them, with the reason. */
export function JudgeForm({ team, relation, claim, what, said, onSaved, onCancel }: JudgeFormProps) {
  const { counterpart } = relation;
  const standing = relation.kind && relation.kind !== "disputed" ? relation.kind : "agrees";
  const [{ kind, from, about, rationale }, setSaid] = useState<Said>({
    kind: said?.kind ?? standing,
    from: said?.from ?? relation.from,
    about: said?.about ?? relation.about ?? null,
    rationale: said?.rationale ?? "",
  });
  const change = (fields: Partial<Said>) => setSaid((before) => ({ ...before, ...fields }));
  const { form, pending, errorOf, unplaced, current, submit, dismiss } = useActionForm({
    fields: FIELDS,
    onSaved,
    save: (over) => {
      const version = over ?? relation.version;
      const contradiction = kind === "contradicts" ? { about } : {};
      const input = { relationId: relation.id, kind, from, rationale, version, ...contradiction };
      return what === "ruling" ? ruleOnRelationAction(team, input) : judgeRelationAction(team, input);
    },
  });
  const newer = current as Relation | undefined;
  return (
    <form
      {...form}
      aria-label={
        what === "ruling"
          ? `Rule on ${claim.claim} and ${counterpart.claim}`
          : `What I think of ${claim.claim} and ${counterpart.claim}`
      }
      className="mt-2 flex max-w-form flex-col gap-3 border-s-2 border-s-accent ps-3"
    >
      <FormErrors errors={unplaced} />
      {newer ? (
        <StaleNotice
          what="relation"
          fields={newer.kind === kind ? [] : [{ label: "Stands as", mine: kind, theirs: newer.kind ?? "nothing" }]}
          onKeepMine={() => submit(newer.version)}
          onTakeTheirs={() => {
            dismiss();
            onCancel();
          }}
        />
      ) : null}
      <KindFields
        said={{ kind, from, about }}
        onChange={change}
        claim={claim}
        counterpart={counterpart}
        errorOf={errorOf}
      />
      <Field label="Reason" id="rationale" error={errorOf("rationale")}>
        <Textarea rows={2} value={rationale} onChange={(event) => change({ rationale: event.currentTarget.value })} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="sm" type="submit" variant="primary" pending={pending} keys="mod+enter">
          {what === "ruling" ? "Rule" : "Save"}
        </Button>
      </div>
    </form>
  );
}

type KindFieldsProps = {
  said: Omit<Said, "rationale">;
  onChange: (fields: Partial<Said>) => void;
  claim: { id: string; claim: string };
  counterpart: { id: string; claim: string };
  errorOf: (field: string) => string | undefined;
};

/** The kind, and what goes with it: what a contradiction is about, which way a directed kind runs. */
function KindFields({ said: { kind, from, about }, onChange, claim, counterpart, errorOf }: KindFieldsProps) {
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Kind" id="kind" error={errorOf("kind")}>
          <Select
            options={RelationKind.options.map((value) => ({ value, label: LABELS[value] }))}
            value={kind}
            onChange={(event) => onChange({ kind: RelationKind.parse(event.currentTarget.value) })}
          />
        </Field>
        {kind === "contradicts" ? (
          <Field label="About" id="about" error={errorOf("about")}>
            <Select
              options={ContradictionAbout.options.map((value) => ({ value, label: value }))}
              placeholder="Not said"
              value={about ?? ""}
              onChange={(event) =>
                onChange({ about: ContradictionAbout.safeParse(event.currentTarget.value).data ?? null })
              }
            />
          </Field>
        ) : null}
      </div>
      {isDirected(kind) ? (
        <Checkbox
          label={`It is ${counterpart.claim} that ${kind} ${claim.claim}, not the other way round`}
          checked={from !== claim.id}
          onChange={(event) => onChange({ from: event.currentTarget.checked ? counterpart.id : claim.id })}
        />
      ) : null}
    </>
  );
}

const LABELS: Record<RelationKind, string> = {
  agrees: "= agrees",
  contradicts: "≠ contradicts",
  qualifies: "≈ qualifies",
  updates: "→ updates",
  repeats: "↩ repeats (same origin)",
  unrelated: "∥ unrelated",
};
