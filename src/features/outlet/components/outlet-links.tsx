import Link from "next/link";
import { SourceText } from "@/ui/source-text";
import type { OutletRef } from "../schema";

/** Outlets in a line, each leading to its page. */
export function OutletLinks({ team, outlets }: { team: string; outlets: OutletRef[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {outlets.map(({ id, name }) => (
        <li key={id}>
          <Link href={`/${team}/outlets/${id}`} className="link">
            <SourceText>{name}</SourceText>
          </Link>
        </li>
      ))}
    </ul>
  );
}
