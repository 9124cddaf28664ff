import { type Actor, hasRole } from "@/platform/actor";

/** Who belongs to the team, and with which role, is for its owners to say. */
export const canManagePeople = (actor: Actor) => hasRole(actor, "owner");

/** Anybody may leave; owners remove others. */
export const canRemoveMember = (actor: Actor, userId: string) => actor.userId === userId || canManagePeople(actor);

export const canRenameTeam = (actor: Actor) => hasRole(actor, "owner");

/** A token can do no more than its owner, so everybody may have one. */
export const canCreateToken = (actor: Actor) => hasRole(actor, "viewer");

/** Owners end anybody's tokens in their team; the others their own. */
export const canRevokeToken = (actor: Actor, ownerId: string) => actor.userId === ownerId || hasRole(actor, "owner");

/** Addresses are personal: those who only read see names and roles. */
export const canSeeAddresses = (actor: Actor) => hasRole(actor, "analyst");

export const canRequireSecondFactor = (actor: Actor) => hasRole(actor, "owner");
