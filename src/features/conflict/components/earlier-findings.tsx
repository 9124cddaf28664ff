import { Disclosure } from "@/ui/disclosure";
import { SourceText } from "@/ui/source-text";
import type { FindingRecord } from "../schema";
import { FindingView } from "./finding-view";

type EarlierFindingsProps = { findings: FindingRecord[]; base: string; here: number[] };

/** Findings of the past, each with the claims that it was decided over as they read then. */
export function EarlierFindings({ findings, base, here }: EarlierFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <Disclosure summary={findings.length === 1 ? "1 earlier finding" : `${findings.length} earlier findings`}>
      <ol aria-label="Earlier findings" className="flex flex-col gap-5">
        {findings.map((finding) => (
          <li key={finding.id} className="border-hairline border-t pt-3">
            <FindingView finding={finding} base={base} here={here}>
              <Disclosure summary="What it was decided on">
                <ul className="flex flex-col gap-1 text-sm">
                  {finding.basis.claims.map(({ number, camp, statement, outlet }) => (
                    <li key={number}>
                      <span className="font-mono text-ink-2 text-xs">C-{number}</span> (camp {camp}){" "}
                      <SourceText>{statement}</SourceText>
                      {outlet ? (
                        <span className="text-ink-3">
                          {" "}
                          <SourceText>{outlet.name}</SourceText>
                        </span>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            </FindingView>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
