import { type Actor, hasRole } from "@/platform/actor";

export const canDrawRound = (actor: Actor) => hasRole(actor, "lead");
export const canTakeTask = (actor: Actor) => hasRole(actor, "analyst");
