"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { IconButton } from "@/ui/icon-button";
import { Input } from "@/ui/input";
import type { Finding } from "./use-find";

type FindBarProps = {
  finding: Finding;
  /** Takes the place that is looked at as the words of a claim. */
  onHold: (() => void) | null;
};

/** Finds words in the text. Enter goes on, with Shift back; Escape closes and gives the focus back. */
export function FindBar({ finding, onHold }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    input.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const { words, places, at } = finding;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onHold?.();
    else if (event.key === "Enter") finding.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") finding.end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search
      className="floating fixed inset-x-4 top-16 z-30 flex items-center gap-1 p-1.5 sm:start-auto"
      aria-label="Find in the text"
    >
      <Input
        ref={input}
        type="text"
        aria-label="Find in the text"
        dir="auto"
        value={words}
        onChange={(event) => finding.search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="min-w-0 flex-1 sm:w-52"
      />
      <span role="status" className="min-w-20 px-1 text-center text-ink-2 text-sm tabular-nums">
        {words.trim() === "" ? "" : places.length === 0 ? "not found" : `${at + 1} of ${places.length}`}
      </span>
      <IconButton label="Previous place" icon={<ChevronUp />} onClick={() => finding.step(-1)} />
      <IconButton label="Next place" icon={<ChevronDown />} onClick={() => finding.step(1)} />
      <IconButton label="Close" keys="escape" icon={<X />} onClick={finding.end} />
    </search>
  );
}
