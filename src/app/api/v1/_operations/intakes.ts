import { z } from "zod";
import { Intake, IntakeForm, MAX_FILE_BYTES, StartIntake } from "@/features/article/schema";
import { Id } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Articles";

export const startIntake = operation({
  id: "startIntake",
  tag,
  method: "post",
  path: "/cases/{caseId}/intakes",
  summary: "Have a source read in the background: an address, a page as a browser shows it, or a file",
  description:
    "What was read can be looked at and corrected before it is saved as an article, or as a newer version of one, on the page. Only who sent a source sees it; it is kept for 14 days.",
  body: StartIntake,
  form: IntakeForm,
  maxBytes: MAX_FILE_BYTES + 100_000,
  answer: Intake,
  status: 202,
  location: ({ id }) => `/intakes/${id}`,
});

export const listIntakes = operation({
  id: "listIntakes",
  tag,
  method: "get",
  path: "/cases/{caseId}/intakes",
  summary: "Your own sources that are not saved yet",
  query: z.object({ article: Id.optional() }),
  answer: z.object({ items: z.array(Intake), nextCursor: z.null() }),
});

export const getIntake = operation({
  id: "getIntake",
  tag,
  method: "get",
  path: "/intakes/{intakeId}",
  summary: "One of them, with what was read once it is done",
  answer: Intake,
});

export const discardIntake = operation({
  id: "discardIntake",
  tag,
  method: "delete",
  path: "/intakes/{intakeId}",
  summary: "Throw one of them away",
});
