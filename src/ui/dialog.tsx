"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactElement, type ReactNode, type RefObject, useState } from "react";
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
  const { title, description, trigger, onOpenChange, initialFocus, size = "md", footer, children } = props;
  const [ownOpen, setOwnOpen] = useState(false);
  const open = props.open ?? ownOpen;
  const change = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  return (
    <Base.Root open={open} onOpenChange={(next) => change(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex flex-col items-center overflow-y-auto p-3 sm:pt-[12vh]">
          <Base.Popup
            initialFocus={initialFocus}
            className={cn("floating relative w-full p-5 pointer-coarse:p-4", WIDTHS[size])}
          >
            <Base.Title className="pe-9 font-semibold text-base">{title}</Base.Title>
            {description ? (
              <Base.Description className="mt-1 text-ink-2 text-sm">{description}</Base.Description>
            ) : null}
            <ModalShortcutScope open={open}>
              <div className="mt-3">{children}</div>
              {footer ? <div className="mt-5 flex flex-wrap justify-end gap-2">{footer}</div> : null}
            </ModalShortcutScope>
            {/* Last, so that the focus goes to the content first. */}
            <Base.Close
              aria-label="Close"
              className="absolute end-3 top-3 inline-flex size-8 items-center justify-center rounded-md text-ink-3 hover:bg-wash hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
