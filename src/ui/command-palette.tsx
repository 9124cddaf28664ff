"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Kbd } from "./kbd";
import { ModalShortcutScope, useShortcuts } from "./keys/shortcuts";
import { SourceText } from "./source-text";

export type PaletteItem = {
  id: string;
  label: string;
  /** A second, quieter part of the line. */
  detail?: string;
  lang?: string;
  icon?: ReactNode;
  keys?: string;
  /** Other words by which it is found. */
  keywords?: string[];
  /** Where it leads, or what it does. */
  href?: string;
  run?: () => void;
};

export type PaletteGroup = { heading: string; items: PaletteItem[] };

/** Looks things up on the server; must give up when the signal says so. */
export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<PaletteGroup[]>;

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: PaletteGroup[];
  search?: PaletteSearch;
  placeholder?: string;
};

const PAUSE_MS = 150;

/** Keeps the commands in which every word of the query occurs. */
export function matchCommands(groups: PaletteGroup[], query: string): PaletteGroup[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      items: group.items.filter((item) => {
        const text = [group.heading, item.label, item.detail, ...(item.keywords ?? [])].join(" ").toLocaleLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter((group) => group.items.length > 0);
}

type Found = { query: string; groups: PaletteGroup[]; failed: boolean };

function useSearch(query: string, search: PaletteSearch | undefined) {
  const [found, setFound] = useState<Found>({ query: "", groups: [], failed: false });
  useEffect(() => {
    if (!search || !query) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const groups = await search(query, abort.signal);
        if (!abort.signal.aborted) setFound({ query, groups, failed: false });
      } catch {
        if (!abort.signal.aborted) setFound({ query, groups: [], failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, search]);
  const current = Boolean(search) && query !== "";
  return {
    // The last results stay while the next are under way, so that the list does not blink.
    groups: current ? found.groups : [],
    searching: current && found.query !== query,
    failed: current && found.failed && found.query === query,
  };
}

/** Search and commands in one box, by Ctrl or ⌘ K. */
export function CommandPalette(props: CommandPaletteProps) {
  return (
    <Dialog.Root open={props.open} onOpenChange={(next) => props.onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 sm:pt-[12vh]">
          <Dialog.Popup className="floating w-full max-w-xl overflow-hidden">
            <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
            <ModalShortcutScope open={props.open}>
              <PaletteBody {...props} />
            </ModalShortcutScope>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({
  onOpenChange,
  commands,
  search,
  placeholder = "Search, or type a command",
}: CommandPaletteProps) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const query = typed.trim();
  const { groups, searching, failed } = useSearch(query, search);
  const shown = [...matchCommands(commands, query), ...groups];
  // The same keys close it again, instead of falling through to the browser.
  useShortcuts([{ keys: "mod+k", label: "Close", hidden: true, run: () => onOpenChange(false) }]);
  const choose = (item: PaletteItem) => {
    onOpenChange(false);
    if (item.href) router.push(item.href);
    else item.run?.();
  };
  return (
    <Command shouldFilter={false} loop label="Search and commands">
      <div className="flex items-center gap-2.5 border-hairline border-b px-3.5">
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <Command.Input
          autoFocus
          dir="auto"
          value={typed}
          onValueChange={setTyped}
          placeholder={placeholder}
          className="h-12 w-full bg-transparent text-base outline-none"
        />
      </div>
      <Command.List className="max-h-[min(26rem,60vh)] overflow-y-auto p-1.5">
        {shown.length > 0 ? null : (
          <Command.Empty className="px-2.5 py-6 text-ink-3 text-sm">
            {searching ? "Looking…" : failed ? "The search could not be done. Commands still work." : "Nothing found."}
          </Command.Empty>
        )}
        {shown.map((group) => (
          <Command.Group
            key={group.heading}
            heading={group.heading}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-xs"
          >
            {group.items.map((item) => (
              <PaletteRow key={item.id} item={item} onChoose={() => choose(item)} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <p role="status" className="sr-only">
        {searching ? "Searching" : `${shown.reduce((sum, group) => sum + group.items.length, 0)} results`}
      </p>
    </Command>
  );
}

function PaletteRow({ item, onChoose }: { item: PaletteItem; onChoose: () => void }) {
  return (
    <Command.Item
      value={item.id}
      onSelect={onChoose}
      className="flex min-h-8 items-center gap-2.5 rounded-sm px-2.5 py-1 text-sm pointer-coarse:min-h-11 data-[selected=true]:bg-accent-wash [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3"
    >
      {item.icon}
      <span className="min-w-0 flex-1">
        <SourceText lang={item.lang} clip>
          {item.label}
        </SourceText>
      </span>
      {item.detail ? (
        <SourceText clip className="max-w-2/5 shrink-0 text-ink-3 text-xs">
          {item.detail}
        </SourceText>
      ) : null}
      {item.keys ? <Kbd keys={item.keys} /> : null}
    </Command.Item>
  );
}
