import { z } from "zod";
import { ChangeRole, Invite, InviteMember, MadeInvite, Me, Member } from "@/features/team/schema";
import { pageOf } from "@/platform/fields";
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

const people = "People";

export const listMembers = operation({
  id: "listMembers",
  tag: people,
  method: "get",
  path: "/members",
  summary: "Who is in the team, with which role",
  description: "All of them, by name. Addresses are shown from analysts on.",
  answer: pageOf(Member),
});

export const changeRole = operation({
  id: "changeRole",
  tag: people,
  method: "patch",
  path: "/members/{userId}",
  summary: "Give a member another role",
  description: "409 where the team would be left without an owner.",
  body: ChangeRole,
  answer: Member,
});

export const removeMember = operation({
  id: "removeMember",
  tag: people,
  method: "delete",
  path: "/members/{userId}",
  summary: "Take somebody out of the team, or oneself",
  description: "What they entered stays, with their name; their tokens of this team end.",
  answer: z.null(),
});

export const listInvites = operation({
  id: "listInvites",
  tag: people,
  method: "get",
  path: "/invites",
  summary: "Invitations that somebody could still follow",
  answer: pageOf(Invite),
});

export const inviteMember = operation({
  id: "inviteMember",
  tag: people,
  method: "post",
  path: "/invites",
  summary: "Make a link by which one person joins, once, within a week",
  description: "The link is in this answer only.",
  body: InviteMember,
  answer: MadeInvite,
  status: 201,
});

export const revokeInvite = operation({
  id: "revokeInvite",
  tag: people,
  method: "delete",
  path: "/invites/{inviteId}",
  summary: "Take an invitation back",
  answer: z.null(),
});
