type Part = { op: "same" | "removed" | "added"; text: string };

type DiffTextProps = {
  parts: readonly Part[];
  /** Which of both texts is shown; both in one where it is not said. */
  side?: "older" | "newer";
};

/** What changed from one text to another, word by word: told apart by a line through or under it, not by colour alone. */
export function DiffText({ parts, side }: DiffTextProps) {
  const shown = parts.filter(
    ({ op }) => op === "same" || side === undefined || (side === "older") === (op === "removed"),
  );
  // Parts have no names of their own, and never change places.
  return [...shown.entries()].map(([key, { op, text }]) => {
    if (op === "removed")
      return (
        <del key={key} className="rounded-sm bg-danger-wash text-danger decoration-1">
          {text}
        </del>
      );
    if (op === "added")
      return (
        <ins key={key} className="rounded-sm bg-caution-wash font-medium decoration-1">
          {text}
        </ins>
      );
    return <span key={key}>{text}</span>;
  });
}
