"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { cn } from "@/ui/class-names";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { readNoticesAction } from "../actions";
import { NOTICE_WORDS } from "../rules/tell-notice";
import type { Notice } from "../schema";

type NoticeListProps = { team: string; notices: (Notice & { href: string | null })[] };

/** What one should hear of, walked with j and k, opened with Enter, read with e. */
export function NoticeList({ team, notices }: NoticeListProps) {
  const [at, setAt] = useState(0);
  const router = useRouter();
  const list = useRef<HTMLOListElement>(null);
  const here = notices[at];
  const newest = notices[0]?.id ?? "";
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const mark = async (which: { ids?: string[]; upTo?: string }, read = true) => {
    const outcome = await attempt(() => readNoticesAction(team, { ...which, read }));
    if (!outcome.ok) sayFailure(outcome);
  };
  const open = async (notice: NoticeListProps["notices"][number]) => {
    if (!notice.read) await mark({ ids: [notice.id] });
    if (notice.href) router.push(notice.href);
  };
  useShortcuts([
    { keys: "j", label: "Next", group: "Inbox", run: () => setAt(Math.min(at + 1, notices.length - 1)) },
    { keys: "k", label: "Previous", group: "Inbox", run: () => setAt(Math.max(at - 1, 0)) },
    { keys: "enter", label: "Open", group: "Inbox", disabled: !here, run: () => here && void open(here) },
    {
      keys: "e",
      label: "Read, or unread",
      group: "Inbox",
      disabled: !here,
      run: () => here && void mark({ ids: [here.id] }, !here.read),
    },
  ]);
  return (
    <>
      {notices.some(({ read }) => !read) ? (
        <p className="mb-2">
          <Button size="sm" onClick={() => void mark({ upTo: newest })}>
            Mark all as read
          </Button>
        </p>
      ) : null}
      <ol ref={list} aria-label="Notices" className="border-hairline border-t">
        {notices.map((notice, index) => (
          <li
            key={notice.id}
            aria-current={index === at ? "true" : undefined}
            className={cn(
              "flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-hairline border-b px-2 py-2 text-sm",
              index === at && "bg-desk",
            )}
          >
            <span className={cn("min-w-0", notice.read ? "text-ink-2" : "font-medium")}>
              {notice.read ? null : <span className="sr-only">unread: </span>}
              {notice.actor ? <bdi>{notice.actor.name}</bdi> : null} {NOTICE_WORDS[notice.kind]}{" "}
              {notice.href ? (
                <Link
                  className="link"
                  href={notice.href}
                  onClick={() => void (notice.read ? null : mark({ ids: [notice.id] }))}
                >
                  <SourceText>{notice.subject.label}</SourceText>
                </Link>
              ) : (
                <SourceText>{notice.subject.label}</SourceText>
              )}
              <span className="block font-normal text-ink-3 text-xs">
                <bdi>{notice.case.title}</bdi>, <RelativeTime at={notice.createdAt} show="time" />
              </span>
            </span>
            <Button size="sm" variant="ghost" onClick={() => void mark({ ids: [notice.id] }, !notice.read)}>
              {notice.read ? "Unread" : "Read"}
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}
