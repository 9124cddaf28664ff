import { z } from "zod";
import { Me } from "@/features/team/schema";
import { operation } from "@/platform/http/operation";

const tag = "Account";

export const getMe = operation({
  id: "getMe",
  tag,
  method: "get",
  path: "/me",
  summary: "Who the token acts for, in which team, with which role",
  answer: Me,
});

export const getOpenApi = operation({
  id: "getOpenApi",
  tag,
  method: "get",
  path: "/openapi.json",
  summary: "This document",
  open: true,
  answer: z.record(z.string(), z.json()),
});
