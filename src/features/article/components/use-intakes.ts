"use client";

import { useEffect, useState } from "react";
import { attempt, type Outcome, sayFailure } from "@/ui/attempt";
import type { Intake } from "../schema";
import { askIntake, sendAddress, sendFile, throwAway } from "./ask-intakes";

type Options = {
  team: string;
  caseId: string;
  articleId?: string | undefined;
  known: Intake[];
  first?: string | undefined;
};

const EVERY_MS = 400;

export const isRead = ({ status }: Pick<Intake, "status">) => status === "done" || status === "failed";
/** There is more to ask for: it is being read, or was read and its text is not here yet. */
const isAwaited = (intake: Intake, chosen: string | null) =>
  !isRead(intake) || (intake.id === chosen && intake.status === "done" && intake.preview === null);

/** What one sent to become articles and has not saved yet, and which of it is looked at. */
export function useIntakes({ known, first, ...where }: Options) {
  const [all, setAll] = useState(known);
  const [chosen, setChosen] = useState<string | null>(() =>
    known.some(({ id }) => id === first) ? (first ?? null) : (known[0]?.id ?? null),
  );
  const [sending, setSending] = useState(0);
  const { team } = where;
  // What was looked at may be saved meanwhile, in another tab or by what a reload broke off: then the next one is.
  const looked = all.find(({ id }) => id === chosen) ?? (chosen === null ? null : (all[0] ?? null));
  const lookedAt = looked?.id ?? null;

  const awaited = all
    .filter((each) => isAwaited(each, lookedAt))
    .map(({ id }) => id)
    .join(" ");
  useEffect(() => {
    if (awaited === "") return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answers = await Promise.all(
        awaited.split(" ").map(async (id) => [id, await attempt(() => askIntake(team, id))] as const),
      );
      if (left) return;
      const found = new Map(answers);
      // Saved or thrown away elsewhere, it is gone; an answer that did not come is asked for again.
      setAll((before) =>
        before.flatMap((each) => {
          const answer = found.get(each.id);
          if (answer?.ok) return [answer.value];
          return answer?.code === "404" ? [] : [each];
        }),
      );
      timer = setTimeout(ask, EVERY_MS);
    };
    timer = setTimeout(ask, EVERY_MS / 4);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [team, awaited]);

  const take = async (send: () => Promise<Outcome<Intake>>, look = false) => {
    setSending((count) => count + 1);
    const outcome = await attempt(send);
    setSending((count) => count - 1);
    if (!outcome.ok) {
      sayFailure(outcome);
      return false;
    }
    setAll((before) => [...before, outcome.value]);
    setChosen((before) => (look ? null : before) ?? outcome.value.id);
    return true;
  };
  const drop = (id: string) => {
    const rest = all.filter((each) => each.id !== id);
    setAll((before) => before.filter((each) => each.id !== id));
    setChosen((before) => (before === id ? (rest[0]?.id ?? null) : before));
    return rest;
  };
  const discard = async (id: string) => {
    drop(id);
    const outcome = await attempt(() => throwAway(team, id));
    if (!outcome.ok && outcome.code !== "404") sayFailure(outcome);
  };
  return {
    all,
    chosen: looked,
    choose: setChosen,
    sending: sending > 0,
    sendFiles: async (files: File[]) => {
      for (const file of files) await take(() => sendFile(where, file));
    },
    sendAddress: (address: string) => take(() => sendAddress(where, address)),
    /** Saved: it is gone from the server already. */
    saved: drop,
    discard,
    /** Fetches again what could not be read, and looks at that instead. */
    again: async ({ id, address }: Intake) => {
      if (await take(() => sendAddress(where, address ?? ""), true)) await discard(id);
    },
  };
}

export type Intakes = ReturnType<typeof useIntakes>;
