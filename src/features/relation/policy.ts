import { type Actor, hasRole } from "@/platform/actor";

export const canJudge = (actor: Actor) => hasRole(actor, "analyst");

/** A ruling stands before every judgement. */
export const canRule = (actor: Actor) => hasRole(actor, "lead");
