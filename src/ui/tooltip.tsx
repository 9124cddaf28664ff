"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./kbd";

type TooltipProps = {
  text: ReactNode;
  keys?: string | undefined;
  side?: "top" | "bottom" | "inline-start" | "inline-end";
  /** The element it explains; it must be able to take focus. */
  children: ReactElement;
};

/** Shows on hover and on keyboard focus. It only adds: never put into it what one needs to know. */
export function Tooltip({ text, keys, side = "bottom", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger delay={400} render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-40">
          <Base.Popup className="floating flex max-w-72 items-center gap-2 px-2 py-1 text-xs">
            {text}
            {keys ? <Kbd keys={keys} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
