import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariants, buttonClasses } from "./button-classes";
import { cn } from "./class-names";
import { Kbd } from "./kbd";

type LinkButtonProps = ComponentProps<typeof Link> & ButtonVariants & { icon?: ReactNode; keys?: string };

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ variant, size, icon, keys, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={cn(buttonClasses({ variant, size }), className)}>
      {icon}
      {children}
      {keys ? <Kbd keys={keys} quiet /> : null}
    </Link>
  );
}
