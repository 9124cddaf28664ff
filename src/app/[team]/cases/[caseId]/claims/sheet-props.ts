import type { ReactNode } from "react";
import type { GridRow, Outline, SavedView, SheetView } from "@/features/sheet/schema";
import type { Actor } from "@/platform/actor";
import type { GradedOutlet } from "../_desk/known-outlets";

export type SheetDeskProps = {
  team: string;
  caseId: string;
  userId: string;
  canWrite: boolean;
  view: SheetView;
  /** The saved view that the address began with. */
  viewId: string | null;
  views: readonly SavedView[];
  actor: Actor;
  sheet: { outline: Outline; rows: readonly GridRow[] };
  /** Titles of the articles that the filter names. */
  articles: { id: string; title: string }[];
  tags: { tag: string; claims: number }[];
  people: { id: string; name: string }[];
  outlets: GradedOutlet[];
  /** How many claims are shown. */
  meta: ReactNode;
  /** Ways out of the sheet: export, import. */
  actions: ReactNode;
  /** Said where there is no claim to show. */
  empty: ReactNode;
};
