"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode, RefObject } from "react";
import { cn } from "./class-names";
import { ModalShortcutScope } from "./keys/shortcuts";

type DialogProps = {
  title: string;
  description?: ReactNode;
  /** Opens the dialog; leave out when `open` is controlled. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Takes the focus on opening, instead of the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  size?: "sm" | "md" | "lg";
  /** Buttons, the chief one last. */
  footer?: ReactNode;
  children?: ReactNode;
};

const WIDTHS = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl" };

/** A modal dialog. A form inside puts its own buttons in, instead of `footer`. */
export function Dialog(props: DialogProps) {
  const { title, description, trigger, open, onOpenChange, initialFocus, size = "md", footer, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange ? (next) => onOpenChange(next) : undefined}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-start justify-center overflow-y-auto p-3 sm:pt-[12vh]">
          <Base.Popup
            initialFocus={initialFocus}
            className={cn("floating relative w-full p-5 pointer-coarse:p-4", WIDTHS[size])}
          >
            <div className="mb-3 flex items-start gap-3">
              <div className="min-w-0 flex-1">
                <Base.Title className="font-semibold text-base">{title}</Base.Title>
                {description ? (
                  <Base.Description className="mt-1 text-ink-2 text-sm">{description}</Base.Description>
                ) : null}
              </div>
              <Base.Close
                aria-label="Close"
                className="-me-1.5 -mt-1 inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-3 hover:bg-wash hover:text-ink"
              >
                <X aria-hidden="true" className="size-4" />
              </Base.Close>
            </div>
            <ModalShortcutScope>{children}</ModalShortcutScope>
            {footer ? <div className="mt-5 flex flex-wrap justify-end gap-2">{footer}</div> : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
