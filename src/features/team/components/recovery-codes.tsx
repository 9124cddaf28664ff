"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";

type RecoveryCodesProps = { codes: string[]; onDone: () => void };

/** Codes that are shown this once. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const text = codes.join("\n");
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label="Recovery codes"
      className="flex flex-col gap-3 rounded-md border border-caution bg-caution-wash px-3 py-2.5 text-sm"
    >
      <div>
        <p className="font-semibold text-caution">Keep these codes now: they are shown only this once</p>
        <p className="text-ink-2">
          Each signs you in once, in place of a code of the app. Print them, or put them into a password manager.
        </p>
      </div>
      <ul dir="ltr" className="grid w-fit grid-cols-2 gap-x-8 gap-y-1 font-mono">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton text={text} label="Copy the codes" />
        <a
          className="link"
          download="crossbearing-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
        >
          Save them as a file
        </a>
      </div>
      <Button size="sm" className="self-start" onClick={onDone}>
        I have them
      </Button>
    </section>
  );
}
