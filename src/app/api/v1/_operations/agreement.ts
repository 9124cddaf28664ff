import { AgreementFilter, AgreementOfCase, ListUnits, RatedUnit } from "@/features/agreement/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Agreement";

export const measureAgreement = operation({
  id: "measureAgreement",
  tag,
  method: "get",
  path: "/cases/{caseId}/agreement",
  summary: "How far the team agrees: α, κ, percent, with an interval, for relations and each grade",
  description:
    "Only what people said before they could see what others say counts. In a blind case the numbers are over what the caller has judged; `withheld` says how many units are not. Relations are compared by what they say of content; descent (`repeats`) has one kind only and is left out. A number is null where there is nothing to compare or where everybody always gave the same answer.",
  query: AgreementFilter,
  answer: AgreementOfCase,
});

export const listAgreementUnits = operation({
  id: "listAgreementUnits",
  tag,
  method: "get",
  path: "/cases/{caseId}/agreement/units",
  summary: "The pairs or claims behind a number, with what everybody said of each",
  query: ListUnits,
  answer: pageOf(RatedUnit),
});
