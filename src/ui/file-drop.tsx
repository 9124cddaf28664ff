"use client";

import { Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { cn } from "./class-names";
import { useFieldControl } from "./field-context";

type FileDropProps = {
  name?: string;
  /** As the input takes it: ".txt,.html". */
  accept?: string;
  multiple?: boolean;
  /** "TXT or HTML, up to 10 MB". */
  note?: string;
  onFiles?: (files: File[]) => void;
};

const SIZE = new Intl.NumberFormat("en", { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });

/** A file input with room to drop on. The input is the real one, so forms, keyboards and screen readers use it. */
export function FileDrop({ name, accept, multiple = false, note, onFiles }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [over, setOver] = useState(false);
  const control = useFieldControl({});
  const take = (list: FileList | null) => {
    const taken = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    setFiles(taken);
    onFiles?.(taken);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    // The input takes the files over, so that a plain form submits them too.
    if (name) input.current.files = event.dataTransfer.files;
    take(event.dataTransfer.files);
  };
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "flex flex-col items-center gap-1 rounded-md border border-edge border-dashed px-4 py-6 text-center text-sm",
        "hover:bg-desk has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
        over && "border-accent bg-accent-wash",
      )}
    >
      <input
        ref={input}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        {...control}
        onChange={(event) => {
          take(event.currentTarget.files);
          // So that the same file, corrected, can be chosen again; a form that submits the input keeps it.
          if (!name) event.currentTarget.value = "";
        }}
        className="sr-only"
      />
      <Upload aria-hidden="true" className="size-5 text-ink-3" />
      {files.length === 0 ? (
        <span>
          Drop {multiple ? "files" : "a file"} here, or{" "}
          <span className="link">choose {multiple ? "files" : "one"}</span>
        </span>
      ) : (
        files.map((file) => (
          <span key={file.name} className="font-medium">
            <bdi>{file.name}</bdi>{" "}
            <span className="font-normal text-ink-3">{SIZE.format(Math.max(1, file.size / 1000))}</span>
          </span>
        ))
      )}
      {note ? <span className="text-ink-3 text-xs">{note}</span> : null}
    </label>
  );
}
