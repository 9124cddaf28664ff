"use client";

import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariants, buttonClasses } from "./button-classes";
import { cn } from "./class-names";
import { Kbd } from "./kbd";
import { Spinner } from "./spinner";

export type ButtonProps = ComponentProps<"button"> &
  ButtonVariants & {
    icon?: ReactNode;
    /** Shows that the work is under way and refuses a second press, but keeps the focus. */
    pending?: boolean;
    /** A key to print on the button. It is only shown here, not bound. */
    keys?: string;
  };

export function Button({ variant, size, icon, pending = false, keys, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
      className={cn(buttonClasses({ variant, size }), className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
      {keys ? <Kbd keys={keys} quiet /> : null}
    </button>
  );
}
