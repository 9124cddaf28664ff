"use client";

import { z } from "zod";
import { apiAddress, askApi, jsonRequest } from "@/ui/ask-api";
import type { Outcome } from "@/ui/attempt";
import { Intake } from "../schema";

type Sent = { team: string; caseId: string; articleId?: string | undefined };

/** Sends a file, by the address that scripts use: the answer comes at once, the reading goes on there. */
export function sendFile({ team, caseId, articleId }: Sent, file: File): Promise<Outcome<Intake>> {
  const body = new FormData();
  if (articleId) body.set("articleId", articleId);
  body.set("file", file);
  const address = apiAddress(team, `/cases/${caseId}/intakes`);
  return askApi(Intake, fetch(address, { method: "POST", body }), "is larger than 50 MB");
}

export const sendAddress = ({ team, caseId, articleId }: Sent, address: string): Promise<Outcome<Intake>> =>
  askApi(Intake, fetch(apiAddress(team, `/cases/${caseId}/intakes`), jsonRequest("POST", { address, articleId })));

/** As far as it is read; with what stood in it, once it is done. */
export const askIntake = (team: string, id: string): Promise<Outcome<Intake>> =>
  askApi(Intake, fetch(apiAddress(team, `/intakes/${id}`), { cache: "no-store" }));

export const throwAway = (team: string, id: string): Promise<Outcome<null>> =>
  askApi(z.null(), fetch(apiAddress(team, `/intakes/${id}`), { method: "DELETE" }));
