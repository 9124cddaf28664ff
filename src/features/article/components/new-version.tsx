"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Outcome, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import type { Intake } from "../schema";
import type { ArticleDraft } from "./article-draft";
import { SourceBox } from "./source-box";
import { useIntakes } from "./use-intakes";
import { useSource } from "./use-source";
import { useVersionOf, type VersionSource } from "./use-version-of";

type Added = { version: number; quotes: { exact: number; moved: number; changed: number; orphaned: number } };

type NewVersionProps = {
  team: string;
  caseId: string;
  articleId: string;
  /** Where it was found the first time. */
  url: string | null;
  /** The text that is the newest now. */
  newest: string | null;
  intakes: Intake[];
  addVersion: (team: string, input: { articleId: string } & VersionSource) => Promise<Outcome<Added>>;
};

type Pasted = Pick<ArticleDraft, "mode" | "text" | "html">;
const NOTHING: Pasted = { mode: "text", text: "", html: "" };
const nothing = () => {};

/** Reads an article anew: from its address, or from what is pasted or dropped. */
export function NewVersion({ team, caseId, articleId, url, newest, intakes: known, addVersion }: NewVersionProps) {
  const router = useRouter();
  const [pasted, setPasted] = useState(NOTHING);
  const intakes = useIntakes({ team, caseId, articleId, known });
  const { source, preview, reading, problem } = useSource({ team, caseId, articleId }, pasted, intakes, nothing);
  const version = useVersionOf({
    source,
    add: async (input) => {
      const outcome = await addVersion(team, input);
      if (outcome.ok) toast.success(`Version ${outcome.value.version} added`, { detail: told(outcome.value.quotes) });
      return outcome;
    },
    onAdded: () => {
      setPasted(NOTHING);
      if (intakes.chosen) intakes.saved(intakes.chosen.id);
      router.refresh();
    },
    onFailure: sayFailure,
  });
  const same = preview !== null && preview.text === newest;
  return (
    <div className="flex max-w-form flex-col gap-3">
      {url && !intakes.chosen ? (
        <p className="flex flex-wrap items-center gap-3 text-sm">
          <Button pending={intakes.sending} onClick={() => void intakes.sendAddress(url)}>
            Fetch it again
          </Button>
          <bdi className="min-w-0 truncate text-ink-3">{url}</bdi>
        </p>
      ) : null}
      <SourceBox
        value={pasted}
        onChange={setPasted}
        intakes={intakes}
        beside
        error={problem ? `The source ${problem.errors[0]?.message ?? problem.message}.` : undefined}
      />
      <div aria-live="polite" className="flex flex-col gap-2 text-sm">
        {reading ? <p className="text-ink-2">Reading it…</p> : null}
        {same ? <p>It is word for word the text that is here already.</p> : null}
        {preview && !same ? (
          <div>
            <Button variant="primary" pending={version.pending} onClick={() => void version.add(articleId)}>
              Add it as the newest version
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function told({ exact, moved, changed, orphaned }: Added["quotes"]): string {
  const stand = exact + moved;
  const rest = changed + orphaned;
  if (stand + rest === 0) return "No claim quotes this article yet.";
  if (rest === 0) return "Every quote stands in it as it was.";
  return `${rest} of ${stand + rest} quotes changed or lost: they wait for you to decide.`;
}
