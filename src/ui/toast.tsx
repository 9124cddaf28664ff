"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleAlert, X } from "lucide-react";

const manager = Toast.createToastManager();

type ToastOptions = {
  /** A second line: what is safe, what to do. */
  detail?: string;
  /** Offers to take it back. */
  undo?: () => void | Promise<void>;
  /** Another thing to do about it. */
  action?: { label: string; run: () => void };
};

const SUCCESS_MS = 6_000;
const WITH_ACTION_MS = 12_000;

function add(type: "success" | "error", title: string, options: ToastOptions): string {
  const { detail, undo, action } = options;
  const button = undo ? { label: "Undo", run: undo } : action;
  const id: string = manager.add({
    type,
    title,
    description: detail,
    priority: type === "error" ? "high" : "low",
    // An error stays until it is read; what offers a way back stays long enough to take it.
    timeout: type === "error" ? 0 : button ? WITH_ACTION_MS : SUCCESS_MS,
    actionProps: button
      ? {
          children: button.label,
          onClick: () => {
            manager.close(id);
            void button.run();
          },
        }
      : undefined,
  });
  return id;
}

/** `toast.success("C-12 saved", { undo })`, `toast.error("Not saved", { detail: "Your text is kept." })`. */
export const toast = {
  success: (title: string, options: ToastOptions = {}) => add("success", title, options),
  error: (title: string, options: ToastOptions = {}) => add("error", title, options),
  dismiss: (id: string) => manager.close(id),
};

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      swipeDirection={["down", "right"]}
      // The library hides an urgent toast from assistive technology until it has the focus, its buttons included.
      aria-hidden={false}
      className="floating pointer-events-auto w-full border-s-2 border-s-ink data-[type=error]:border-s-danger"
    >
      <Toast.Content className="flex items-start gap-3 py-2.5 ps-3 pe-2">
        {item.type === "error" ? (
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
        ) : null}
        <div className="min-w-0 flex-1 py-0.5">
          <Toast.Title className="font-medium text-sm" />
          <Toast.Description className="text-ink-2 text-sm" />
        </div>
        <Toast.Action className="link h-6 shrink-0 self-center px-1 font-medium text-sm" />
        <Toast.Close
          aria-label="Dismiss"
          aria-hidden={false}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-wash hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Mounted once, by the root layout. F6 moves the focus to it. */
export function Toaster() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="pointer-events-none fixed inset-x-3 bottom-[calc(var(--shell-bottom)+0.75rem)] z-50 flex flex-col gap-2 sm:start-auto sm:w-96">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
