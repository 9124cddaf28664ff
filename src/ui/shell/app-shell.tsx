"use client";

import { PanelLeftClose, PanelLeftOpen, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { cn } from "../class-names";
import { CommandPalette, type PaletteGroup, type PaletteSearch } from "../command-palette";
import { IconButton } from "../icon-button";
import { Kbd } from "../kbd";
import { KeyBar } from "../keys/key-bar";
import type { Shortcut } from "../keys/registry";
import { ShortcutList } from "../keys/shortcut-list";
import { ShortcutProvider, ShortcutScope, useActiveShortcuts, useShortcuts } from "../keys/shortcuts";
import { SkipLink } from "../skip-link";
import { writePreferenceCookie } from "../theme/write-cookie";
import { NavDrawer } from "./nav-drawer";
import { RailFrame, RailLinks } from "./rail";
import { RAIL_COOKIE } from "./rail-cookie";
import type { RailItem } from "./rail-item";

export type AppShellProps = {
  /** What the rail leads through: "Case", "Team". */
  railLabel: string;
  rail: RailItem[];
  /** Above the links, for instance a switcher. Must make sense at 13 rem; hidden while the rail is narrow. */
  railHead?: ReactNode;
  railFoot?: ReactNode;
  /** From the rail's cookie. */
  railCollapsed?: boolean;
  /** Where I am, at the start of the top bar: a breadcrumb. */
  top?: ReactNode;
  /** At the end of the top bar: who is here, theme, user menu. */
  topEnd?: ReactNode;
  /** Commands beside those that the rail's items already are. */
  commands?: PaletteGroup[];
  search?: PaletteSearch;
  searchPlaceholder?: string;
  children: ReactNode;
};

/** The frame of every page for people who are signed in: rail, top bar, content, and the line of keys. */
export function AppShell(props: AppShellProps) {
  return (
    <ShortcutProvider>
      <Frame {...props} />
    </ShortcutProvider>
  );
}

function Frame(props: AppShellProps) {
  const [collapsed, setCollapsed] = useState(props.railCollapsed ?? false);
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  // What was in force when palette or list was opened: once open, they put their own keys in its place.
  const [inForce, setInForce] = useState<readonly Shortcut[]>([]);
  const router = useRouter();
  const { shortcuts } = useActiveShortcuts();
  const show = (what: "palette" | "keys") => {
    setInForce(shortcuts);
    setOpen(what);
  };
  const close = () => setOpen(null);

  useShortcuts([
    ...props.rail.flatMap((item): Shortcut[] =>
      item.keys ? [{ keys: item.keys, label: item.label, group: "Go to", run: () => router.push(item.href) }] : [],
    ),
    { keys: "mod+k", label: "Search and commands", group: "Everywhere", run: () => show("palette") },
    { keys: "?", label: "All keys", group: "Everywhere", hidden: true, run: () => show("keys") },
  ]);

  const toggleRail = () => {
    writePreferenceCookie(RAIL_COOKIE, collapsed ? "wide" : "narrow");
    setCollapsed(!collapsed);
  };

  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <Rail {...props} collapsed={collapsed} onToggle={toggleRail} />
      <div className="flex min-w-0 flex-1 flex-col md:pb-(--shell-bottom)">
        <TopBar {...props} onSearch={() => show("palette")} />
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <ShortcutScope>{props.children}</ShortcutScope>
        </main>
      </div>
      <KeyBar onShowAll={() => show("keys")} />
      <ShortcutList open={open === "keys"} onOpenChange={close} shortcuts={inForce} />
      <CommandPalette
        open={open === "palette"}
        onOpenChange={close}
        commands={[...paletteCommands(props.rail, inForce), ...(props.commands ?? [])]}
        {...(props.search ? { search: props.search } : {})}
        {...(props.searchPlaceholder ? { placeholder: props.searchPlaceholder } : {})}
      />
    </div>
  );
}

/** What the page itself offers by key, and the places the rail leads to. */
function paletteCommands(rail: RailItem[], shortcuts: readonly Shortcut[]): PaletteGroup[] {
  const here = shortcuts.filter((shortcut) => !["Go to", "Everywhere"].includes(shortcut.group ?? ""));
  const groups = [
    { heading: "Here", items: here.map(({ keys, label, run }) => ({ id: `here ${keys}`, label, keys, run })) },
    {
      heading: "Go to",
      items: rail.map(({ href, label, icon, keys }) => ({ id: href, href, label, icon, ...(keys ? { keys } : {}) })),
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}

function Rail(props: AppShellProps & { collapsed: boolean; onToggle: () => void }) {
  const { collapsed, onToggle } = props;
  return (
    <nav
      aria-label={props.railLabel}
      data-shell="chrome"
      className={cn(
        "sticky top-0 flex h-dvh shrink-0 flex-col border-hairline border-e bg-desk pb-(--shell-bottom) max-md:hidden",
        collapsed ? "w-14" : "w-52",
      )}
    >
      <RailFrame
        head={collapsed ? <div className="h-8" /> : (props.railHead ?? <div className="h-8" />)}
        foot={
          <>
            {collapsed ? null : props.railFoot}
            <IconButton
              label={collapsed ? "Widen the rail" : "Narrow the rail"}
              aria-expanded={!collapsed}
              icon={
                collapsed ? (
                  <PanelLeftOpen className="rtl:-scale-x-100" />
                ) : (
                  <PanelLeftClose className="rtl:-scale-x-100" />
                )
              }
              onClick={onToggle}
              className={collapsed ? "self-center" : "self-start"}
            />
          </>
        }
      >
        <RailLinks items={props.rail} collapsed={collapsed} />
      </RailFrame>
    </nav>
  );
}

function TopBar(props: AppShellProps & { onSearch: () => void }) {
  return (
    <header
      data-shell="chrome"
      className="sticky top-0 z-20 flex h-(--shell-top) shrink-0 items-center gap-2 border-hairline border-b bg-paper px-2 md:px-6"
    >
      <NavDrawer label={props.railLabel} items={props.rail} head={props.railHead} foot={props.railFoot} />
      <div className="min-w-0 flex-1">{props.top}</div>
      <button
        type="button"
        onClick={props.onSearch}
        aria-label="Search and commands"
        className="inline-flex h-8 shrink-0 items-center gap-2 rounded-md border border-hairline px-2.5 text-ink-3 text-sm hover:border-edge hover:text-ink max-md:size-10 max-md:justify-center max-md:border-0 max-md:px-0"
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="max-md:hidden">Search</span>
        <span className="max-md:hidden">
          <Kbd keys="mod+k" />
        </span>
      </button>
      {props.topEnd}
    </header>
  );
}
