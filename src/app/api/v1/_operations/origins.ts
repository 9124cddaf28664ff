import { MarkOwnReporting, OwnReporting } from "@/features/conflict/schema";
import { operation } from "@/platform/http/operation";

const tag = "Conflicts";

export const getOwnReporting = operation({
  id: "getOwnReporting",
  tag,
  method: "get",
  path: "/claims/{claimId}/own-reporting",
  summary: "Who marked a claim as reporting something of its own although it also repeats or credits others",
  answer: OwnReporting,
});

export const markOwnReporting = operation({
  id: "markOwnReporting",
  tag,
  method: "put",
  path: "/claims/{claimId}/own-reporting",
  summary: "Mark a claim as reporting something of its own although it also repeats or credits others",
  description: "The mark is the caller's own. It counts towards the maximum of the independent origins alone.",
  body: MarkOwnReporting,
  answer: OwnReporting,
});

export const unmarkOwnReporting = operation({
  id: "unmarkOwnReporting",
  tag,
  method: "delete",
  path: "/claims/{claimId}/own-reporting",
  summary: "Take the caller's own mark back",
  answer: OwnReporting,
});
