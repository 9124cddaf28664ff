import { TrackRecord } from "@/features/conflict/schema";
import { ChangeOutlet, CreateOutlet, ListOutlets, MergeOutlet, Outlet, SplitOutlet } from "@/features/outlet/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Outlets";

export const listOutlets = operation({
  id: "listOutlets",
  tag,
  method: "get",
  path: "/outlets",
  summary: "The team's outlets by name or owner; q finds by name, alias or domain",
  query: ListOutlets,
  answer: pageOf(Outlet),
});

export const createOutlet = operation({
  id: "createOutlet",
  tag,
  method: "post",
  path: "/outlets",
  summary: "Add an outlet",
  body: CreateOutlet,
  answer: Outlet,
  status: 201,
  location: ({ id }) => `/outlets/${id}`,
});

export const getOutlet = operation({
  id: "getOutlet",
  tag,
  method: "get",
  path: "/outlets/{outletId}",
  summary: "An outlet",
  description: "One that was merged says in `mergedInto` what it is part of; writing with its id means that one.",
  answer: Outlet,
});

export const changeOutlet = operation({
  id: "changeOutlet",
  tag,
  method: "patch",
  path: "/outlets/{outletId}",
  summary: "Change an outlet",
  body: ChangeOutlet,
  answer: Outlet,
});

export const mergeOutlet = operation({
  id: "mergeOutlet",
  tag,
  method: "post",
  path: "/outlets/{outletId}/merge",
  summary: "Make an outlet part of another; can be undone",
  description: "Names, domains, articles, attributions, claims and carriers move to `into`, which is answered.",
  body: MergeOutlet,
  answer: Outlet,
});

export const unmergeOutlet = operation({
  id: "unmergeOutlet",
  tag,
  method: "post",
  path: "/outlets/{outletId}/unmerge",
  summary: "Undo the merge by which the outlet became part of another",
  description: "Moves back what still stands where the merge put it; answers the outlet.",
  answer: Outlet,
});

export const splitOutlet = operation({
  id: "splitOutlet",
  tag,
  method: "post",
  path: "/outlets/{outletId}/split",
  summary: "Make another outlet of some of its aliases and domains; merging it back undoes it",
  description: "Articles at those domains go with them, and attributions in which such a name was typed.",
  body: SplitOutlet,
  answer: Outlet,
  status: 201,
  location: ({ id }) => `/outlets/${id}`,
});

export const getTrackRecord = operation({
  id: "getTrackRecord",
  tag,
  method: "get",
  path: "/outlets/{outletId}/track-record",
  summary: "How often the outlet was right in its own voice, where the team decided",
  description:
    "Of signed findings for one camp; an outlet counts once in a conflict. A hint for people: it grades nothing.",
  answer: TrackRecord,
});
