"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "./icon-button";
import { toast } from "./toast";

const SHOWN_MS = 2_000;

/** Copies `text`, and says that it did. */
export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      // Absent on plain http away from localhost.
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast.error("Not copied", {
        detail: "This browser does not allow it here. Select the text and copy it yourself.",
      });
    }
  };
  return (
    <>
      <IconButton label={label} icon={copied ? <Check /> : <Copy />} onClick={copy} />
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </>
  );
}
