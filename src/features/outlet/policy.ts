import { type Actor, hasRole } from "@/platform/actor";

export const canCreateOutlet = (actor: Actor) => hasRole(actor, "analyst");

export const canChangeOutlet = (actor: Actor) => hasRole(actor, "analyst");

/** What two outlets are to the whole team, in every case. */
export const canMergeOutlets = (actor: Actor) => hasRole(actor, "lead");

/** A source's grade speaks for the whole team. */
export const canGradeOutlet = (actor: Actor) => hasRole(actor, "lead");
