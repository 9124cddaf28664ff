import { obstacleTo } from "@/features/activity/rules/in-force";
import type { Activity } from "@/features/activity/schema";
import type { Actor } from "@/platform/actor";
import { wayBack } from "../rules/ways-back";
import { SetBack } from "./set-back";

type Where = {
  team: string;
  actor: Actor;
  /** The newest first. */
  items: readonly Activity[];
};

/** The button beside each change of a list that this person can set back, and that by the list nobody has set back. */
export function offerWaysBack({ team, actor, items }: Where) {
  const ordered = items.toReversed();
  return (change: Activity) => {
    const way = wayBack(change, actor);
    if (!way) return null;
    const later = ordered.filter(({ seq, subject }) => seq > change.seq && subject.id === change.subject.id);
    const { made } = way;
    if (obstacleTo(change, later, { userId: actor.userId, made }) === "set back") return null;
    return <SetBack team={team} activityId={change.id} seq={change.seq} />;
  };
}
