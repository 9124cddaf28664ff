import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Without this, `text-reading` would be taken for a colour and would throw out `text-ink`.
const merge = extendTailwindMerge({ extend: { classGroups: { "font-size": ["text-reading"] } } });

/** Joins class names; a later utility wins over an earlier one of the same kind. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
