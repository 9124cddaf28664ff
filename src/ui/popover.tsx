"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./class-names";

type PopoverProps = {
  trigger: ReactElement;
  /** Names the popover; shown unless `hideTitle`. */
  title: string;
  hideTitle?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: "top" | "bottom" | "inline-start" | "inline-end";
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
};

export function Popover(props: PopoverProps) {
  const { trigger, title, hideTitle = false, open, onOpenChange, side = "bottom", align = "start" } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange ? (next) => onOpenChange(next) : undefined}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-30">
          <Base.Popup
            data-shortcuts="off"
            className={cn(
              "floating max-h-(--available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto p-3",
              props.className,
            )}
          >
            <Base.Title className={cn("mb-2 font-semibold text-sm", hideTitle && "sr-only")}>{title}</Base.Title>
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
