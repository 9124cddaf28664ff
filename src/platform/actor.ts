/** Ascending: each role may do what the one before it may. */
export const ROLES = ["viewer", "analyst", "lead", "owner"] as const;
export type Role = (typeof ROLES)[number];

export type Actor = { userId: string; name: string; role: Role };

/** True when the actor's role is `least` or higher. */
export const hasRole = (actor: Actor, least: Role) => ROLES.indexOf(actor.role) >= ROLES.indexOf(least);
