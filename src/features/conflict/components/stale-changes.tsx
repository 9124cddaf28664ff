import { Disclosure } from "@/ui/disclosure";
import { SourceText } from "@/ui/source-text";
import type { Change } from "../schema";

const SHOWN = 6;

/** What has changed since a finding was decided. */
export function StaleChanges({ changes, id }: { changes: Change[]; id: string }) {
  if (changes.length === 0) return null;
  const rest = changes.slice(SHOWN);
  return (
    <section
      aria-labelledby={`changed-${id}`}
      className="rounded-md border border-caution bg-caution-wash px-3 py-2.5 text-sm"
    >
      <h3 id={`changed-${id}`} className="font-semibold text-caution">
        Changed since it was decided
      </h3>
      <List changes={changes.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <Disclosure summary={`${rest.length} more`}>
          <List changes={rest} />
        </Disclosure>
      ) : null}
    </section>
  );
}

const List = ({ changes }: { changes: Change[] }) => (
  <ul className="mt-1 list-disc ps-5">
    {changes.map(({ words }) => (
      <li key={words}>
        <SourceText>{words}</SourceText>
      </li>
    ))}
  </ul>
);
