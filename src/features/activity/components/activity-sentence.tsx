import Link from "next/link";
import type { ReactNode } from "react";
import { SourceText } from "@/ui/source-text";
import { setsBackOf } from "../rules/in-force";
import { tell } from "../rules/tell-activity";
import type { Activity } from "../schema";

/** Where the thing that changed can be seen, or null. Given by the page, which knows the addresses. */
export type SubjectHref = (subject: Activity["subject"]) => string | null;

const VIA: Record<Activity["via"], string | null> = {
  page: null,
  api: "through the API",
  import: "by an import",
  cli: "on the command line",
  system: "at set-up",
};

/** "Amal entered C-12 from ‘A halt, for now’". */
export function ActivitySentence({ activity, hrefOf }: { activity: Activity; hrefOf?: SubjectHref | undefined }) {
  const { did, subject, rest, name, quoted = false } = tell(activity);
  const href = hrefOf?.(activity.subject) ?? null;
  const setsBack = setsBackOf(activity);
  const label = <SourceText>{activity.subject.label}</SourceText>;
  return (
    <>
      <bdi className="font-medium">{activity.actor.name}</bdi> {did}
      {subject ? <> {href ? <SubjectLink href={href}>{label}</SubjectLink> : label}</> : null}
      {rest ? <> {!subject && href ? <SubjectLink href={href}>{rest}</SubjectLink> : rest}</> : null}
      {name ? (
        <>
          {" "}
          {quoted ? "‘" : null}
          <SourceText>{name}</SourceText>
          {quoted ? "’" : null}
        </>
      ) : null}
      {setsBack === null ? null : <span className="text-ink-3"> to set back #{setsBack}</span>}
      {VIA[activity.via] ? <span className="text-ink-3"> {VIA[activity.via]}</span> : null}
    </>
  );
}

function SubjectLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="link">
      {children}
    </Link>
  );
}
