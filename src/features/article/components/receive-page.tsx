"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { apiAddress, askApi, jsonRequest } from "@/ui/ask-api";
import { attempt } from "@/ui/attempt";
import { LinkButton } from "@/ui/link-button";
import { Spinner } from "@/ui/spinner";
import { READY, readClipped } from "../rules/bookmarklet";
import { Intake } from "../schema";

type ReceivePageProps = { team: string; caseId: string; clipperKey: string; addHref: string };

/** How long a page may take to hand itself over: large ones take a moment. */
const PATIENCE_MS = 8_000;

/** Takes in the page that the clipper was used on, and goes on to look at it. */
export function ReceivePage({ team, caseId, clipperKey, addHref }: ReceivePageProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const taken = useRef(false);
  useEffect(() => {
    const receive = async ({ data, source }: MessageEvent) => {
      const page = source === window.opener ? readClipped(data, clipperKey) : null;
      if (!page || taken.current) return;
      taken.current = true;
      const { url: address, html } = page;
      const sent = fetch(apiAddress(team, `/cases/${caseId}/intakes`), jsonRequest("POST", { address, html }));
      const outcome = await attempt(() => askApi(Intake, sent, "The page is larger than 10 MB."));
      if (outcome.ok) router.replace(`${addHref}?intake=${outcome.value.id}`);
      else setProblem(outcome.errors[0]?.message ?? outcome.message);
    };
    window.addEventListener("message", receive);
    const timer = setTimeout(() => {
      if (!taken.current) setProblem("The page did not hand itself over: some sites forbid it.");
    }, PATIENCE_MS);
    // Says nothing but that this page listens; whoever opened it may know.
    window.opener?.postMessage(READY, "*");
    return () => {
      window.removeEventListener("message", receive);
      clearTimeout(timer);
    };
  }, [team, caseId, clipperKey, addHref, router]);
  if (problem === null) {
    return (
      <p role="status" className="flex items-center gap-2 text-base">
        <Spinner /> Taking the page in…
      </p>
    );
  }
  return (
    <div className="flex max-w-form flex-col items-start gap-3 text-base">
      <p role="alert">{problem}</p>
      <p className="text-ink-2">Copy the page there (all of it, or the article alone) and paste it here.</p>
      <LinkButton href={addHref}>Paste it</LinkButton>
    </div>
  );
}
