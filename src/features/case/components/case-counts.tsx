import type { ReactNode } from "react";
import { Stat, Stats } from "@/ui/stat";
import type { Case } from "../schema";

type CaseCountsRowProps = {
  /** The case's address. */
  home: string;
  /** The address of the outlets credited in the case. */
  outlets: string;
  counts: Case["counts"];
  /** Numbers that other rooms count, as `Stat`s. */
  children?: ReactNode;
};

/** The case in numbers, each leading to the rows behind it. Relations stand in the sheet, beside their claims. */
export function CaseCountsRow({ home, outlets, counts, children }: CaseCountsRowProps) {
  return (
    <Stats>
      <Stat value={counts.articles} label={counts.articles === 1 ? "article" : "articles"} href={`${home}/articles`} />
      <Stat value={counts.claims} label={counts.claims === 1 ? "claim" : "claims"} href={`${home}/claims`} />
      <Stat
        value={counts.relations}
        label={counts.relations === 1 ? "relation" : "relations"}
        href={`${home}/claims`}
      />
      {children}
      <Stat
        value={counts.outlets}
        label={counts.outlets === 1 ? "outlet credited" : "outlets credited"}
        href={outlets}
      />
    </Stats>
  );
}
