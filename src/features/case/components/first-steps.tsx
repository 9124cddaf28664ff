import type { ReactNode } from "react";
import { Kbd } from "@/ui/kbd";
import { ShortcutLink } from "@/ui/keys/shortcut-link";
import { LinkButton } from "@/ui/link-button";
import type { Case } from "../schema";

type FirstStepsProps = { home: string; counts: Case["counts"] };

/** What to do next in a case that has not got far: one step at a time, with the key that takes it. */
export function FirstSteps({ home, counts }: FirstStepsProps) {
  if (counts.articles === 0) {
    return (
      <Step
        title="Bring in the first article"
        action={
          <>
            <ShortcutLink href={`${home}/articles/new`} keys="n" label="Add an article" variant="primary" />
            <LinkButton href={`${home}/import`}>Import a claim sheet</LinkButton>
          </>
        }
      >
        Paste its text or drop a file. You then read it here, and pin each claim to the words that make it. A
        spreadsheet that you already keep comes in as a claim sheet.
      </Step>
    );
  }
  if (counts.claims === 0) {
    return (
      <Step
        title="Enter the first claim"
        action={
          <LinkButton href={`${home}/articles`} variant="primary">
            Choose an article to read
          </LinkButton>
        }
      >
        Open an article, select the words that make a claim, and press <Kbd keys="c" />. The outlet that the sentence
        credits is proposed; you decide.
      </Step>
    );
  }
  if (counts.relations === 0) {
    return (
      <Step
        title="Relate two claims"
        action={
          <LinkButton href={`${home}/claims`} variant="primary">
            Open the sheet
          </LinkButton>
        }
      >
        On a claim, press <Kbd keys="=" /> where another one agrees, <Kbd keys="x" /> where it contradicts. Conflicts
        and their camps follow from that by themselves.
      </Step>
    );
  }
  return null;
}

function Step({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <section className="flex max-w-2xl flex-col items-start gap-3 border-accent border-s-2 ps-4">
      <h2 className="font-semibold text-base">{title}</h2>
      <p className="text-base text-ink-2">{children}</p>
      <div className="flex flex-wrap gap-2">{action}</div>
    </section>
  );
}
