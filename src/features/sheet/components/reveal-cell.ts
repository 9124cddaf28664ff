import type { Place } from "../rules/fill-block";
import type { ShownColumn } from "./grid-column";

/** Scrolls a grid as little as is needed to show a cell between its head, its frozen columns and its edges. */
export function revealCell(
  scroller: HTMLElement | null,
  { line, column }: Place,
  columns: readonly ShownColumn[],
): void {
  if (!scroller) return;
  const height = Number(scroller.dataset.row);
  const head = Number(scroller.dataset.head);
  const top = line * height;
  const { scrollTop, clientHeight, clientWidth } = scroller;
  if (top < scrollTop) scroller.scrollTop = top;
  else if (top + height > scrollTop + clientHeight - head) scroller.scrollTop = top + height - clientHeight + head;

  const shown = columns[column];
  if (!shown || shown.frozen) return;
  const frozen = columns.filter((each) => each.frozen).reduce((sum, { width }) => sum + width, 0);
  // In a page that runs from the right the start of a row is scrolled to by negative values.
  const sign = getComputedStyle(scroller).direction === "rtl" ? -1 : 1;
  const at = scroller.scrollLeft * sign;
  if (shown.start - frozen < at) scroller.scrollLeft = (shown.start - frozen) * sign;
  else if (shown.start + shown.width > at + clientWidth)
    scroller.scrollLeft = (shown.start + Math.min(shown.width, clientWidth - frozen) - clientWidth) * sign;
}
