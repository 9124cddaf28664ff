import { type Actor, hasRole } from "@/platform/actor";

/** A token can do no more than its owner, so everybody may have one. */
export const canCreateToken = (actor: Actor) => hasRole(actor, "viewer");

/** Owners end anybody's tokens in their team; the others their own. */
export const canRevokeToken = (actor: Actor, ownerId: string) => actor.userId === ownerId || hasRole(actor, "owner");

/** Addresses are personal: those who only read see names and roles. */
export const canSeeAddresses = (actor: Actor) => hasRole(actor, "analyst");
