import type { ConflictSummary, ListConflicts } from "../schema";

type Filter = Pick<ListConflicts, "outlet" | "status" | "about" | "inconsistent" | "assignee">;

/** What the filters of the queue let pass: the same as the index answers, for where there is none. */
export function isWanted(conflict: ConflictSummary, filter: Filter, me: string): boolean {
  const { outlet, status, about, inconsistent, assignee } = filter;
  const decider = conflict.assignee?.id;
  return (
    (!outlet || conflict.outlets.some(({ id }) => id === outlet)) &&
    (!status || status.includes(conflict.status)) &&
    (!about || about.some((each) => conflict.about.includes(each))) &&
    (inconsistent === undefined || conflict.inconsistent === inconsistent) &&
    (!assignee || (assignee === "none" ? decider === undefined : decider === (assignee === "me" ? me : assignee)))
  );
}
