"use client";

import { useEffect, useRef, useState } from "react";
import { CopyButton } from "@/ui/copy-button";
import { bookmarklet } from "../rules/bookmarklet";

type ClipperLinkProps = { path: string; clipperKey: string; label: string };

/** The bookmark to drag to the bookmarks bar. */
export function ClipperLink({ path, clipperKey, label }: ClipperLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const [code, setCode] = useState("");
  useEffect(() => {
    const made = bookmarklet(new URL(path, window.location.origin).href, clipperKey);
    // Set by hand: React writes no address that is a script, and here it is one's own.
    link.current?.setAttribute("href", made);
    setCode(made);
  }, [path, clipperKey]);
  return (
    <p className="flex flex-wrap items-center gap-3">
      {/* biome-ignore lint/a11y/useValidAnchor: it becomes a link as soon as the page knows its own address */}
      <a
        ref={link}
        className="inline-flex min-h-8 cursor-grab items-center rounded-md border border-accent bg-accent-wash px-3 font-medium text-sm"
      >
        <bdi>{label}</bdi>
      </a>
      {code ? <CopyButton text={code} label="Copy the bookmark's address" /> : null}
    </p>
  );
}
