import { type Actor, hasRole } from "@/platform/actor";

export const canAddArticle = (actor: Actor) => hasRole(actor, "analyst");

export const canChangeArticle = (actor: Actor) => hasRole(actor, "analyst");
