import { ChangeView, SavedView, SaveView } from "@/features/sheet/schema";
import { PageQuery, pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Claim sheet";

export const listViews = operation({
  id: "listViews",
  tag,
  method: "get",
  path: "/cases/{caseId}/views",
  summary: "The saved views of a case's sheet: the team's and the caller's own",
  query: PageQuery,
  answer: pageOf(SavedView),
});

export const saveView = operation({
  id: "saveView",
  tag,
  method: "post",
  path: "/cases/{caseId}/views",
  summary: "Give a view of the sheet a name: for oneself, or with `shared` for the team",
  body: SaveView,
  answer: SavedView,
  status: 201,
  location: ({ id }) => `/views/${id}`,
});

export const getView = operation({
  id: "getView",
  tag,
  method: "get",
  path: "/views/{viewId}",
  summary: "A saved view",
  answer: SavedView,
});

export const changeView = operation({
  id: "changeView",
  tag,
  method: "patch",
  path: "/views/{viewId}",
  summary: "Change what a view shows or is called, share it, or let one's own sheet open with it",
  body: ChangeView,
  answer: SavedView,
});

export const removeView = operation({
  id: "removeView",
  tag,
  method: "delete",
  path: "/views/{viewId}",
  summary: "Forget a view; the answer is what it was",
  answer: SavedView,
});
