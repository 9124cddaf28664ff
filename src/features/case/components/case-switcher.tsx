"use client";

import { ChevronsUpDown } from "lucide-react";
import { Menu, MenuLink, MenuSeparator } from "@/ui/menu";
import { SourceText } from "@/ui/source-text";

type CaseSwitcherProps = {
  team: string;
  /** The case one is in; without it the switcher offers to choose one. */
  current?: { id: string; title: string };
  cases: { id: string; title: string }[];
};

/** The case one is in, and the way to the others. */
export function CaseSwitcher({ team, current, cases }: CaseSwitcherProps) {
  const others = cases.filter((each) => each.id !== current?.id);
  return (
    <Menu
      label="Cases"
      trigger={
        <button
          type="button"
          aria-label={current ? `Case: ${current.title}. Change case` : "Choose a case"}
          className="flex min-h-8 w-full items-center gap-2 rounded-md border border-hairline bg-paper px-2.5 py-1.5 text-start text-sm hover:border-edge pointer-coarse:min-h-11"
        >
          <SourceText className="line-clamp-2 min-w-0 flex-1 font-medium leading-tight">
            {current?.title ?? "Choose a case"}
          </SourceText>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        </button>
      }
    >
      {others.map((each) => (
        <MenuLink key={each.id} href={`/${team}/cases/${each.id}`}>
          <SourceText className="line-clamp-2">{each.title}</SourceText>
        </MenuLink>
      ))}
      {others.length > 0 ? <MenuSeparator /> : null}
      <MenuLink href={`/${team}/cases`}>All cases</MenuLink>
    </Menu>
  );
}
