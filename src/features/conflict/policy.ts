import { type Actor, hasRole } from "@/platform/actor";

/** Who may say who is to decide a conflict, and who may be the one. */
export const canAssignConflict = (actor: Actor) => hasRole(actor, "analyst");

/** Letting a warning be, and bringing it back. */
export const canDismissWarning = (actor: Actor) => hasRole(actor, "analyst");

export const canWriteFinding = (actor: Actor) => hasRole(actor, "analyst");

/** A signed finding is what the team says. */
export const canSignFinding = (actor: Actor) => hasRole(actor, "lead");

/** Deciding on suspected copies and marking reporting of one's own: both say where claims come from. */
export const canMarkOrigins = (actor: Actor) => hasRole(actor, "analyst");
