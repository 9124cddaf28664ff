import { type Actor, hasRole } from "@/platform/actor";

/** Whose change it is, and what role it takes, says the change itself. */
export const canSetBack = (actor: Actor) => hasRole(actor, "analyst");
