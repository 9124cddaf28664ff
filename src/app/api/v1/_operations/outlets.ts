import { ChangeOutlet, CreateOutlet, ListOutlets, Outlet } from "@/features/outlet/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Outlets";

export const listOutlets = operation({
  id: "listOutlets",
  tag,
  method: "get",
  path: "/outlets",
  summary: "The team's outlets by name; q finds by name, alias or domain",
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
