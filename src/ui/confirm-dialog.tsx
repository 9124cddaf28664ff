"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useState, useTransition } from "react";
import { Button } from "./button";
import { ModalShortcutScope } from "./keys/shortcuts";

type ConfirmDialogProps = {
  /** The question: "Retract C-12?" */
  title: string;
  /** What happens, and whether it can be undone. */
  description: ReactNode;
  /** The verb on the button: "Retract". */
  confirm: string;
  cancel?: string;
  danger?: boolean;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The dialog stays, busy, until it ends. */
  onConfirm: () => void | Promise<void>;
};

/** Asks before what cannot be undone. What can be undone needs no question: do it and offer an undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, description, confirm, cancel = "Cancel", danger = false, trigger, onConfirm } = props;
  const [ownOpen, setOwnOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  const open = props.open ?? ownOpen;
  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    props.onOpenChange?.(next);
  };
  const run = () =>
    startTransition(async () => {
      await onConfirm();
      setOpen(false);
    });
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => setOpen(next)}>
      {trigger ? <AlertDialog.Trigger render={trigger} /> : null}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Viewport className="fixed inset-0 z-40 flex flex-col items-center overflow-y-auto p-3 sm:pt-[18vh]">
          <AlertDialog.Popup className="floating w-full max-w-md p-5">
            <ModalShortcutScope open={open}>
              <AlertDialog.Title className="font-semibold text-base">{title}</AlertDialog.Title>
              <AlertDialog.Description className="mt-1.5 text-ink-2 text-sm">{description}</AlertDialog.Description>
              <div className="mt-5 flex flex-wrap justify-end gap-2">
                <AlertDialog.Close render={<Button>{cancel}</Button>} />
                <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={run}>
                  {confirm}
                </Button>
              </div>
            </ModalShortcutScope>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
