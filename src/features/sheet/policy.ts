import { type Actor, hasRole } from "@/platform/actor";

export const canImport = (actor: Actor) => hasRole(actor, "analyst");

/** One's own; a lead's hand is on all of them. */
export const canCancelImport = (actor: Actor, startedBy: string) =>
  hasRole(actor, "lead") || (canImport(actor) && actor.userId === startedBy);

/** Whoever reads a case may keep views of their own. */
export const canShareView = (actor: Actor) => hasRole(actor, "analyst");

/** A view of the team is its author's and the leads' to change; one's own is one's own. */
export const canChangeView = (actor: Actor, { shared, owner }: { shared: boolean; owner: { id: string } }) =>
  owner.id === actor.userId ? !shared || canShareView(actor) : shared && hasRole(actor, "lead");
/** Whoever began an export may end it, and so may a lead. */
export const canCancelExport = (actor: Actor, { createdBy }: { createdBy: { id: string } }) =>
  createdBy.id === actor.userId || hasRole(actor, "lead");
