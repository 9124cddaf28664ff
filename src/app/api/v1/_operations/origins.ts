import { DecideSuspicion, ListSuspicions, MarkOwnReporting, OwnReporting, Suspicion } from "@/features/conflict/schema";
import { PictureQuery } from "@/features/overview/schema";
import { pageOf } from "@/platform/fields";
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

export const listSuspicions = operation({
  id: "listSuspicions",
  tag,
  method: "get",
  path: "/cases/{caseId}/suspicions",
  summary: "Suspected copies: claims whose articles look like copies of others'",
  query: ListSuspicions,
  answer: pageOf(Suspicion),
});

export const getSuspicion = operation({
  id: "getSuspicion",
  tag,
  method: "get",
  path: "/suspicions/{suspicionId}",
  summary: "A suspected copy with what speaks for it",
  answer: Suspicion,
});

export const decideSuspicion = operation({
  id: "decideSuspicion",
  tag,
  method: "put",
  path: "/suspicions/{suspicionId}",
  summary: "Confirm or reject a suspected copy, or open it again",
  description:
    "To confirm records the caller's own judgement that the later claim repeats the earlier. To reject needs a reason, and holds until one of the texts changes.",
  body: DecideSuspicion,
  answer: Suspicion,
});

export const drawOrigins = operation({
  id: "drawOrigins",
  tag,
  method: "get",
  path: "/cases/{caseId}/conflicts/{number}/origins/picture",
  summary: "The ways from a conflict's reports to their origins as a picture",
  query: PictureQuery,
  streams: ["image/svg+xml", "image/png"],
});
