"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { LinkButton } from "../link-button";
import { useShortcuts } from "./shortcuts";

type ShortcutLinkProps = Omit<ComponentProps<typeof LinkButton>, "href"> & {
  href: string;
  keys: string;
  /** As the list of keys names it: "Add an article". */
  label: string;
};

/** A link that looks like a button, whose printed key works for as long as it is on the page. */
export function ShortcutLink({ href, keys, label, children, ...rest }: ShortcutLinkProps) {
  const router = useRouter();
  useShortcuts([{ keys, label, run: () => router.push(href) }]);
  return (
    <LinkButton {...rest} href={href} keys={keys}>
      {children ?? label}
    </LinkButton>
  );
}
