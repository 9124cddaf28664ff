import { type Actor, hasRole } from "@/platform/actor";

export const canImport = (actor: Actor) => hasRole(actor, "analyst");

/** One's own; a lead's hand is on all of them. */
export const canCancelImport = (actor: Actor, startedBy: string) =>
  hasRole(actor, "lead") || (canImport(actor) && actor.userId === startedBy);
