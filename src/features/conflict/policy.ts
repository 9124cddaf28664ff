import { type Actor, hasRole } from "@/platform/actor";

/** Who may say who is to decide a conflict, and who may be the one. */
export const canAssignConflict = (actor: Actor) => hasRole(actor, "analyst");
