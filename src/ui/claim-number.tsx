import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./class-names";

type ClaimNumberProps = Omit<ComponentProps<typeof Link>, "href" | "children"> & {
  number: number | string;
  href?: string;
  retracted?: boolean;
};

/** `C-12`, in the mono face; a link when it leads to the claim. */
export function ClaimNumber({ number, href, retracted = false, className, ...link }: ClaimNumberProps) {
  const text = typeof number === "number" ? `C-${number}` : number;
  const classes = cn("whitespace-nowrap font-medium font-mono text-xs", retracted && "line-through", className);
  if (!href) return <span className={cn("text-ink-2", classes)}>{text}</span>;
  return (
    <Link
      {...link}
      href={href}
      className={cn("inline-flex min-h-6 items-center rounded-sm text-accent hover:underline", classes)}
    >
      {text}
    </Link>
  );
}
