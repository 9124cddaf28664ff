"use client";

import { Download, X } from "lucide-react";
import type { ClipboardEvent } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FileDrop } from "@/ui/file-drop";
import { Segmented } from "@/ui/segmented";
import { Textarea } from "@/ui/textarea";
import { loneAddress } from "../rules/lone-address";
import { hasStructure, looksLikeHtml } from "../rules/source-kind";
import type { ArticleDraft } from "./article-draft";
import { IntakeCard } from "./intake-list";
import type { Intakes } from "./use-intakes";

type Pasted = Pick<ArticleDraft, "mode" | "text" | "html">;

type SourceBoxProps = {
  value: Pasted;
  onChange: (next: Pasted) => void;
  intakes: Intakes;
  error: string | undefined;
  /** It is not what the page is for: it does not take the focus. */
  beside?: boolean;
};

/** Beyond this a box to type in makes a browser stumble, and nobody types there. */
const LONG = 100_000;

const ACCEPTED = ".pdf,.docx,.txt,.text,.md,.html,.htm,.xhtml,application/pdf,text/plain,text/html";

const NOTHING: Pasted = { mode: "text", text: "", html: "" };

/** Takes an article as an address, as pasted words, as a copied page, or as files. */
export function SourceBox({ value, onChange, intakes, error, beside = false }: SourceBoxProps) {
  const { chosen } = intakes;
  if (chosen) {
    return (
      <IntakeCard
        intake={chosen}
        onDiscard={() => void intakes.discard(chosen.id)}
        onAgain={() => void intakes.again(chosen)}
      />
    );
  }
  const empty = value.text === "" && value.html === "";
  const address = loneAddress(value.text);
  return (
    <div className="flex flex-col gap-2">
      {value.text.length > LONG ? (
        <LongSource length={value.text.length} onEmpty={() => onChange(NOTHING)} error={error} />
      ) : (
        <PasteField value={value} onChange={onChange} onAddress={intakes.sendAddress} error={error} beside={beside} />
      )}
      {value.html === "" ? null : <FormatSwitch value={value} onChange={onChange} />}
      {address ? (
        <div>
          <Button
            pending={intakes.sending}
            onClick={async () => (await intakes.sendAddress(address)) && onChange(NOTHING)}
            icon={<Download />}
          >
            Fetch this page
          </Button>
        </div>
      ) : null}
      {empty ? (
        <FileDrop
          multiple
          accept={ACCEPTED}
          note={intakes.sending ? "Sending…" : "PDF, DOCX, HTML or TXT, up to 50 MB each"}
          onFiles={(files) => void intakes.sendFiles(files)}
        />
      ) : null}
    </div>
  );
}

type PasteFieldProps = Pick<SourceBoxProps, "value" | "onChange" | "error" | "beside"> & {
  onAddress: (address: string) => Promise<boolean>;
};

function PasteField({ value, onChange, onAddress, error, beside }: PasteFieldProps) {
  const fetchFrom = async (address: string) => {
    onChange({ mode: "text", text: address, html: "" });
    if (await onAddress(address)) onChange(NOTHING);
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const address = value.text === "" ? loneAddress(event.clipboardData.getData("text/plain")) : null;
    if (address) {
      event.preventDefault();
      return void fetchFrom(address);
    }
    const pasted = readClipboard(event.clipboardData);
    const { selectionStart, selectionEnd } = event.currentTarget;
    const replacesAll = selectionEnd - selectionStart === value.text.length;
    const words = event.clipboardData.getData("text/plain");
    // Words added to what stands there are just words.
    if (!replacesAll || (!pasted && words.length <= LONG)) return;
    event.preventDefault();
    onChange(pasted ?? { mode: "text", text: words, html: "" });
  };
  const formatted = value.mode === "html";
  return (
    <Field
      label="Link or text"
      id="text"
      error={error}
      hint={formatted ? "To change the words themselves, switch to plain text." : undefined}
    >
      <Textarea
        name="text"
        rows={beside ? 4 : 8}
        autoFocus={!beside}
        className="max-h-72"
        placeholder="Paste a link, the article's words, or the page with its formatting"
        value={value.text}
        readOnly={formatted}
        onPaste={paste}
        onKeyDown={(event) => {
          const address = event.key === "Enter" && !event.nativeEvent.isComposing ? loneAddress(value.text) : null;
          if (!address || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          void fetchFrom(address);
        }}
        onChange={(event) => onChange({ mode: "text", text: event.currentTarget.value, html: "" })}
      />
    </Field>
  );
}

type LongSourceProps = { length: number; onEmpty: () => void; error: string | undefined };

function LongSource({ length, onEmpty, error }: LongSourceProps) {
  return (
    <Field label="Link or text" id="text" error={error}>
      <p
        // The box that was pasted into is gone, and with it the focus.
        ref={(box) => box?.focus()}
        tabIndex={-1}
        className="flex min-h-8 flex-wrap items-center gap-x-3 rounded-md border border-edge bg-raised ps-2.5 text-sm"
      >
        <span className="min-w-0 flex-1">{length.toLocaleString("en")} characters, as they were pasted</span>
        <Button variant="ghost" size="sm" icon={<X />} onClick={onEmpty}>
          Take another source
        </Button>
      </p>
    </Field>
  );
}

/** The copied page where it has a structure to keep; a pasted source of a page likewise. */
function readClipboard(data: DataTransfer): Pasted | null {
  const text = data.getData("text/plain");
  const html = data.getData("text/html");
  if (looksLikeHtml(text)) return { mode: "html", text, html: text };
  return hasStructure(html) ? { mode: "html", text, html } : null;
}

function FormatSwitch({ value, onChange }: Pick<SourceBoxProps, "value" | "onChange">) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Segmented
        legend="How to read what was pasted"
        hideLegend
        name="mode"
        options={[
          { value: "html", label: "With its formatting" },
          { value: "text", label: "As plain text" },
        ]}
        value={value.mode}
        onChange={(mode) => onChange({ ...value, mode: mode === "html" ? "html" : "text" })}
      />
      <Button variant="ghost" size="sm" onClick={() => onChange(NOTHING)}>
        Empty
      </Button>
    </div>
  );
}
