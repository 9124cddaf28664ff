import { type Actor, hasRole } from "@/platform/actor";

export const canImport = (actor: Actor) => hasRole(actor, "analyst");
