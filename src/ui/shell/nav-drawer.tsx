"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuIcon, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { RailFrame, RailLinks } from "./rail";
import type { RailItem } from "./rail-item";

type NavDrawerProps = { label: string; items: RailItem[]; head?: ReactNode; foot?: ReactNode };

/** The rail at a phone's width: behind a button, over the page. */
export function NavDrawer({ label, items, head, foot }: NavDrawerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Dialog.Trigger
        aria-label="Open the navigation"
        className="inline-flex size-10 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-wash md:hidden"
      >
        <MenuIcon aria-hidden="true" className="size-5" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-y-0 start-0 z-40 flex w-72 max-w-[85vw] flex-col border-hairline border-e bg-desk pt-2 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <div className="flex items-center justify-between ps-4 pe-2">
            <Dialog.Title className="font-semibold text-sm">{label}</Dialog.Title>
            <Dialog.Close
              aria-label="Close the navigation"
              className="inline-flex size-10 items-center justify-center rounded-md text-ink-2 hover:bg-wash"
            >
              <X aria-hidden="true" className="size-5" />
            </Dialog.Close>
          </div>
          <RailFrame head={head} foot={foot}>
            <nav aria-label={label}>
              <RailLinks items={items} onNavigate={() => setOpen(false)} />
            </nav>
          </RailFrame>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
