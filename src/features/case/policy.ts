import { type Actor, hasRole } from "@/platform/actor";

export const canOpenCase = (actor: Actor) => hasRole(actor, "analyst");

export const canChangeCase = (actor: Actor) => hasRole(actor, "analyst");

/** Blindness decides what everybody may see, and the second signature who may sign: only those who adjudicate change them. */
export const canChangeRules = (actor: Actor) => hasRole(actor, "lead");
