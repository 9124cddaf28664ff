import { Stat, Stats } from "@/ui/stat";
import type { Case } from "../schema";

/** The case in numbers, each leading to the rows behind it. */
export function CaseCountsRow({ home, team, counts }: { home: string; team: string; counts: Case["counts"] }) {
  return (
    <Stats>
      <Stat value={counts.articles} label={counts.articles === 1 ? "article" : "articles"} href={`${home}/articles`} />
      <Stat value={counts.claims} label={counts.claims === 1 ? "claim" : "claims"} href={`${home}/claims`} />
      <Stat
        value={counts.relations}
        label={counts.relations === 1 ? "relation" : "relations"}
        href={`${home}/conflicts`}
      />
      <Stat
        value={counts.outlets}
        label={counts.outlets === 1 ? "outlet credited" : "outlets credited"}
        href={`/${team}/outlets`}
      />
    </Stats>
  );
}
