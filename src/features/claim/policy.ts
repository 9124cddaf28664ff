import { type Actor, hasRole } from "@/platform/actor";

/* Viewers read. Everybody else may write; whose grade stands before whose is a rule, not a permission. */

export const canRecordClaim = (actor: Actor) => hasRole(actor, "analyst");

export const canChangeClaim = (actor: Actor) => hasRole(actor, "analyst");

export const canRetractClaim = (actor: Actor) => hasRole(actor, "analyst");

/** Marking a claim as reviewed, and back to draft. */
export const canReviewClaim = (actor: Actor) => hasRole(actor, "analyst");

export const canAssessClaim = (actor: Actor) => hasRole(actor, "analyst");

/** Grades of leads and owners stand before the median. */
export const assessesAsLead = (actor: Actor) => hasRole(actor, "lead");
