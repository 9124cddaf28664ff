"use client";

import { useEffect, useState } from "react";
import type { Export } from "../schema";
import { askExport, askExports } from "./ask-exports";

const EVERY_MS = 700;
/** A download that the browser did not begin (the server refused it) is never found. */
const GIVE_UP_MS = 20_000;

export type Followed = { id: string; found: Export | null; lost: boolean };

/** An export that was begun in this page, asked for until it is over; null where none was. */
export function useExport(
  { team, caseId }: { team: string; caseId: string },
  id: string | null,
  onOver: () => void,
): Followed | null {
  const [known, setKnown] = useState<Followed | null>(null);
  useEffect(() => {
    if (id === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const begun = Date.now();
    let isKnown = false;
    const look = async () => {
      // Until it has begun nothing goes by its id, and asking for that would be an error.
      const found = isKnown ? await askExport(team, id) : await findAmong(team, caseId, id);
      if (left) return;
      isKnown ||= found !== null;
      const lost = found === null && Date.now() - begun > GIVE_UP_MS;
      setKnown({ id, found, lost });
      if (found && found.status !== "running") onOver();
      else if (!lost) timer = setTimeout(look, EVERY_MS);
    };
    timer = setTimeout(look, EVERY_MS / 2);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [team, caseId, id, onOver]);
  if (id === null) return null;
  return known?.id === id ? known : { id, found: null, lost: false };
}

const findAmong = async (team: string, caseId: string, id: string): Promise<Export | null> =>
  (await askExports(team, caseId))?.find((each) => each.id === id) ?? null;
