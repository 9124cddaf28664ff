import type { SubjectHref } from "@/features/activity/components/activity-sentence";

/** Where in a case the thing is that a change was made to. */
export function subjectHref(team: string, caseId: string): SubjectHref {
  const home = `/${team}/cases/${caseId}`;
  return ({ type, id, label }) => {
    const [number] = label.match(/\d+/) ?? [];
    if (type === "claim") return number ? `${home}/claims/${number}` : null;
    if (type === "relation" || type === "suspicion") return number ? `${home}/claims/${number}#relations` : null;
    if (type === "finding") return number ? `${home}/conflicts/${number}` : null;
    if (type === "article") return `${home}/articles/${id}`;
    if (type === "outlet") return `/${team}/outlets/${id}`;
    if (type === "warning") return `${home}/warnings`;
    if (type === "view") return `${home}/claims?view=${id}`;
    if (type === "round") return `${home}/rounds`;
    if (type === "import") return `${home}/import`;
    return type === "case" ? home : null;
  };
}
