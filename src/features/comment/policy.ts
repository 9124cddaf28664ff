import { type Actor, hasRole } from "@/platform/actor";

export const canComment = (actor: Actor) => hasRole(actor, "analyst");

/** One's own words are one's own; a lead may take others' back, not change them. */
export const canRetractComment = (actor: Actor, authorId: string) =>
  canComment(actor) && (actor.userId === authorId || hasRole(actor, "lead"));
