import { JudgeRelation, ListRelations, RecordRelation, Relation, RuleOnRelation } from "@/features/relation/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Relations";

export const listRelations = operation({
  id: "listRelations",
  tag,
  method: "get",
  path: "/cases/{caseId}/relations",
  summary: "The relations of a case",
  query: ListRelations,
  answer: pageOf(Relation),
});

export const recordRelation = operation({
  id: "recordRelation",
  tag,
  method: "post",
  path: "/cases/{caseId}/relations",
  summary: "Record the caller's judgement of a pair of claims",
  body: RecordRelation,
  answer: Relation,
  status: 201,
  location: ({ id }) => `/relations/${id}`,
});

export const getRelation = operation({
  id: "getRelation",
  tag,
  method: "get",
  path: "/relations/{relationId}",
  summary: "A relation with the judgements that the caller may see",
  answer: Relation,
});

export const judgeRelation = operation({
  id: "judgeRelation",
  tag,
  method: "put",
  path: "/relations/{relationId}/judgement",
  summary: "Give or replace the caller's own judgement",
  body: JudgeRelation,
  answer: Relation,
});

export const withdrawJudgement = operation({
  id: "withdrawJudgement",
  tag,
  method: "delete",
  path: "/relations/{relationId}/judgement",
  summary: "Take the caller's own judgement back",
  answer: Relation,
});

export const ruleOnRelation = operation({
  id: "ruleOnRelation",
  tag,
  method: "put",
  path: "/relations/{relationId}/ruling",
  summary: "Decide a pair; leads and owners only",
  body: RuleOnRelation,
  answer: Relation,
});

export const withdrawRuling = operation({
  id: "withdrawRuling",
  tag,
  method: "delete",
  path: "/relations/{relationId}/ruling",
  summary: "Take the ruling back; the judgements decide again",
  answer: Relation,
});
