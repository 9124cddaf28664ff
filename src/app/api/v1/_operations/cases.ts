import { Case, ChangeCase, OpenCase } from "@/features/case/schema";
import { PageQuery, pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Cases";

export const listCases = operation({
  id: "listCases",
  tag,
  method: "get",
  path: "/cases",
  summary: "The team's cases, newest first",
  query: PageQuery,
  answer: pageOf(Case),
});

export const openCase = operation({
  id: "openCase",
  tag,
  method: "post",
  path: "/cases",
  summary: "Open a case",
  body: OpenCase,
  answer: Case,
  status: 201,
  location: ({ id }) => `/cases/${id}`,
});

export const getCase = operation({
  id: "getCase",
  tag,
  method: "get",
  path: "/cases/{caseId}",
  summary: "A case with its counts",
  answer: Case,
});

export const changeCase = operation({
  id: "changeCase",
  tag,
  method: "patch",
  path: "/cases/{caseId}",
  summary: "Change a case",
  body: ChangeCase,
  answer: Case,
});
