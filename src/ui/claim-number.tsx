import Link from "next/link";
import { cn } from "./class-names";

type ClaimNumberProps = { number: number | string; href?: string; retracted?: boolean; className?: string };

/** `C-12`, in the mono face; a link when it leads to the claim. */
export function ClaimNumber({ number, href, retracted = false, className }: ClaimNumberProps) {
  const text = typeof number === "number" ? `C-${number}` : number;
  const classes = cn("whitespace-nowrap font-medium font-mono text-xs", retracted && "line-through", className);
  if (!href) return <span className={cn("text-ink-2", classes)}>{text}</span>;
  return (
    <Link href={href} className={cn("rounded-sm text-accent hover:underline", classes)}>
      {text}
    </Link>
  );
}
