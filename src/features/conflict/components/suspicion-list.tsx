import type { Suspicion } from "../schema";
import { SuspicionRow } from "./suspicion-row";

type SuspicionListProps = {
  team: string;
  base: string;
  camp: string;
  suspicions: Suspicion[];
  mayDecide: boolean;
};

/** What looks like a copy in a camp: to be decided first, then what was decided. */
export function SuspicionList({ team, base, camp, suspicions, mayDecide }: SuspicionListProps) {
  if (suspicions.length === 0) return null;
  const order = [...suspicions].sort((a, b) => Number(a.status !== "open") - Number(b.status !== "open"));
  return (
    <section aria-label={`Suspected copies in camp ${camp}`} className="max-w-reading">
      <ul className="flex flex-col">
        {order.map((suspicion) => (
          <li key={suspicion.id} className="border-hairline border-t py-2.5">
            <SuspicionRow team={team} base={base} suspicion={suspicion} mayDecide={mayDecide} />
          </li>
        ))}
      </ul>
    </section>
  );
}
