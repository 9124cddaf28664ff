"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Activity } from "@/features/activity/schema";
import type { Present } from "@/features/case/schema";
import { connectLive, type LiveStatus } from "./live-connection";

type Where = { team: string; caseId: string; userId: string; after: number };

/** As many are told one by one; of more, how many. */
const KEPT = 50;

/**
 * What others changed since this page was read, who is here, and whether anything is heard at all. Nothing on the page
 * changes by itself: `show` brings the changes in, and so does going to another page.
 */
export function useLive({ team, caseId, userId, after }: Where) {
  const router = useRouter();
  const pathname = usePathname();
  const [changes, setChanges] = useState<Activity[]>([]);
  const [people, setPeople] = useState<Present[]>([]);
  const [status, setStatus] = useState<LiveStatus>("live");
  const offline = useOffline();
  const begin = useRef(after);
  useEffect(
    () =>
      connectLive({
        team,
        caseId,
        after: begin.current,
        onRow: (row) => {
          begin.current = row.seq;
          if (row.actor.id !== userId) setChanges((before) => [row, ...before].slice(0, KEPT));
        },
        onPeople: setPeople,
        onStatus: setStatus,
      }),
    [team, caseId, userId],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read anew, with everything in it
  useEffect(() => setChanges([]), [pathname]);
  return {
    changes,
    people: people.filter(({ user }) => user.id !== userId),
    status: offline ? ("offline" as const) : status,
    show: () => {
      setChanges([]);
      router.refresh();
    },
  };
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return offline;
}
