import { type Actor, hasRole } from "@/platform/actor";

export const canOpenCase = (actor: Actor) => hasRole(actor, "analyst");

export const canChangeCase = (actor: Actor) => hasRole(actor, "analyst");

/** Blindness decides what everybody may see, so only those who adjudicate may change it. */
export const canChangeBlindness = (actor: Actor) => hasRole(actor, "lead");
