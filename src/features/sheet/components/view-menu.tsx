"use client";

import { Check, LayoutList, Users } from "lucide-react";
import { useState } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Menu, MenuGroup, MenuItem, MenuLink, MenuSeparator } from "@/ui/menu";
import { SourceText } from "@/ui/source-text";
import { toast } from "@/ui/toast";
import { changeViewAction, removeViewAction, saveViewAction } from "../actions";
import { ALL, sameView, viewAddress } from "../rules/view-address";
import type { SavedView, SheetView } from "../schema";
import { ViewDialog } from "./view-dialog";

export type ViewMenuProps = {
  team: string;
  caseId: string;
  views: readonly SavedView[];
  /** What the sheet shows now. */
  view: SheetView;
  /** The saved view that the address began with. */
  viewId: string | null;
  /** Which saved views the reader may change; whether they may share any. */
  mayChange: (view: SavedView) => boolean;
  mayShare: boolean;
  /** Goes to an address, given by what follows the `?`. */
  onGo: (search: string) => void;
};

/** The ways of looking at the sheet that have a name: choose one, keep what was changed, share it. */
export function ViewMenu(props: ViewMenuProps) {
  const { team, views, view, viewId, mayChange, onGo } = props;
  const [dialog, setDialog] = useState<"new" | "edit" | null>(null);
  const current = views.find(({ id }) => id === viewId) ?? null;
  const changed = current !== null && !sameView(current.view, view);
  const acts = useViewActs(props);
  return (
    <>
      <Menu
        label="Views"
        trigger={
          <Button icon={<LayoutList />} aria-haspopup="menu">
            <SourceText className="max-w-48 truncate">{current?.name ?? "All claims"}</SourceText>
            {changed ? <span className="font-normal text-ink-3">changed</span> : null}
          </Button>
        }
      >
        <Choice href={`?${ALL_CLAIMS}`} chosen={current === null} name="All claims" />
        <Choices title="The team’s" views={views.filter(({ shared }) => shared)} current={current} />
        <Choices title="Mine" views={views.filter(({ shared }) => !shared)} current={current} />
        <MenuSeparator />
        {current && changed ? (
          <>
            {mayChange(current) ? (
              <MenuItem onSelect={() => void acts.change(current, { view })}>Save the changes</MenuItem>
            ) : null}
            <MenuItem onSelect={() => onGo(viewAddress(current.view, current.id))}>
              Go back to it as it was saved
            </MenuItem>
          </>
        ) : null}
        <MenuItem onSelect={() => setDialog("new")}>Save as a new view…</MenuItem>
        {current ? (
          <>
            {mayChange(current) ? <MenuItem onSelect={() => setDialog("edit")}>Rename or share…</MenuItem> : null}
            <MenuItem onSelect={() => void acts.open(current)}>
              {current.opens ? "Let the sheet open with all claims" : "Let my sheet open with it"}
            </MenuItem>
            {mayChange(current) ? (
              <MenuItem danger onSelect={() => void acts.remove(current)}>
                Remove
              </MenuItem>
            ) : null}
          </>
        ) : null}
      </Menu>
      {dialog ? (
        <ViewDialog
          {...props}
          team={team}
          existing={dialog === "edit" ? current : null}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  );
}

/** Said in the address, for a bare one opens the view that somebody wants to begin with. */
const ALL_CLAIMS = `view=${ALL}`;

type ChoicesProps = { title: string; views: SavedView[]; current: SavedView | null };

function Choices({ title, views, current }: ChoicesProps) {
  if (views.length === 0) return null;
  return (
    <MenuGroup label={title}>
      {views.map(({ id, name, view, opens, shared }) => (
        <Choice
          key={id}
          href={`?${viewAddress(view, id)}`}
          name={name}
          chosen={id === current?.id}
          note={opens ? "opens the sheet" : null}
          shared={shared}
        />
      ))}
    </MenuGroup>
  );
}

type ChoiceProps = { href: string; name: string; chosen: boolean; note?: string | null; shared?: boolean };

function Choice({ href, name, chosen, note = null, shared = false }: ChoiceProps) {
  return (
    <MenuLink href={href} icon={chosen ? <Check aria-label="shown now" /> : <span className="size-4" />}>
      <span className="flex items-center gap-2">
        <SourceText className="min-w-0 truncate">{name}</SourceText>
        {shared ? <Users aria-label="the team’s" /> : null}
        {note ? <span className="text-ink-3 text-xs">{note}</span> : null}
      </span>
    </MenuLink>
  );
}

function useViewActs({ team, caseId, onGo }: ViewMenuProps) {
  const change = async (saved: SavedView, wanted: { view: SheetView }) => {
    const outcome = await attempt(() =>
      changeViewAction(team, { viewId: saved.id, version: saved.version, ...wanted }),
    );
    if (!outcome.ok) return sayFailure(outcome);
    toast.success(`“${saved.name}” saved`, {
      undo: async () => {
        const back = await attempt(() => changeViewAction(team, { viewId: saved.id, view: saved.view }));
        if (!back.ok) sayFailure(back);
      },
    });
  };
  const open = async (saved: SavedView) => {
    const opens = !saved.opens;
    const outcome = await attempt(() => changeViewAction(team, { viewId: saved.id, opens }));
    if (!outcome.ok) return sayFailure(outcome);
    toast.success(opens ? `Your sheet opens with “${saved.name}”` : "Your sheet opens with all claims");
  };
  const remove = async (saved: SavedView) => {
    const { id, name, view, shared } = saved;
    const outcome = await attempt(() => removeViewAction(team, { viewId: id, version: saved.version }));
    if (!outcome.ok) return sayFailure(outcome);
    onGo(viewAddress(view, null));
    toast.success(`“${name}” removed`, {
      undo: async () => {
        const back = await attempt(() => saveViewAction(team, { caseId, name, view, shared }));
        if (!back.ok) return sayFailure(back);
        onGo(viewAddress(view, back.value.id));
      },
    });
  };
  return { change, open, remove };
}
