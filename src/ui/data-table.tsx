import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

/*
 * A ledger: semantic table, sticky head, 32-pixel rows, one hairline between rows and ink only under the head. These
 * are parts, not an engine: sorting and paging belong to the address of the page.
 */

type DataTableProps = {
  /** Names the table and its scrolling region. */
  caption: string;
  /** Fills what is left of the window and scrolls inside, so that the head stays in sight. */
  fill?: boolean;
  className?: string;
  children: ReactNode;
};

export function DataTable({ caption, fill = false, className, children }: DataTableProps) {
  return (
    <section
      aria-label={caption}
      className={cn(
        "relative overflow-x-auto",
        fill && "max-h-[calc(100dvh-var(--shell-top)-var(--shell-bottom)-10rem)] min-h-60 overflow-y-auto",
        className,
      )}
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

type SortState = "ascending" | "descending" | null;

type TableHeaderProps = {
  children: ReactNode;
  /** How the rows are sorted by this column now; leave out where one cannot sort by it. */
  sort?: SortState;
  /** Where the next sort order is. */
  sortHref?: string;
  align?: "start" | "end";
  /** Stays at the start while the rest scrolls sideways. */
  sticky?: boolean;
  className?: string;
};

export function TableHeader({
  children,
  sort,
  sortHref,
  align = "start",
  sticky = false,
  className,
}: TableHeaderProps) {
  const Arrow = sort === "descending" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sort ?? undefined}
      className={cn(
        "sticky top-0 z-10 h-8 whitespace-nowrap border-rule border-b bg-paper px-2.5 font-medium text-ink-3 text-xs",
        align === "end" ? "text-end" : "text-start",
        sticky && "start-0 z-20",
        className,
      )}
    >
      {sortHref ? (
        <Link href={sortHref} scroll={false} className="inline-flex items-center gap-1 hover:text-ink hover:underline">
          {children}
          {sort ? <Arrow aria-hidden="true" className="size-3" /> : null}
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

type TableRowProps = ComponentProps<"tr"> & { selected?: boolean; muted?: boolean };

export function TableRow({ selected = false, muted = false, className, ...rest }: TableRowProps) {
  return (
    <tr
      aria-selected={selected || undefined}
      {...rest}
      className={cn(
        "group/row h-8 bg-paper hover:bg-desk focus-visible:-outline-offset-2",
        selected && "bg-accent-wash hover:bg-accent-wash",
        muted && "text-ink-3",
        className,
      )}
    />
  );
}

type TableCellProps = Omit<ComponentProps<"td">, "align"> & {
  align?: "start" | "end";
  /** The row's name: read out with every other cell. */
  heading?: boolean;
  sticky?: boolean;
  /** Cuts the text to one line. */
  clip?: boolean;
};

export function TableCell({ align = "start", heading, sticky, clip, className, ...rest }: TableCellProps) {
  const classes = cn(
    "h-8 border-hairline border-b px-2.5 py-1 align-middle font-normal pointer-coarse:h-11",
    align === "end" ? "text-end" : "text-start",
    clip && "max-w-0 truncate",
    sticky && "sticky start-0 z-5 bg-inherit",
    className,
  );
  return heading ? <th scope="row" {...rest} className={classes} /> : <td {...rest} className={classes} />;
}
