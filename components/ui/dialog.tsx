"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

const widths = { small: "28rem", medium: "36rem", large: "60rem" };

/**
 * A native modal dialog: a sheet on a phone, centred on a larger screen. Opening moves the focus to its
 * title (or to what carries `data-autofocus`), closing gives it back to where it was. Escape closes it,
 * and a press beside it too unless `dismissable` is false.
 */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
  size = "medium",
  dismissable = true,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, kept in sight at the bottom. */
  actions?: ReactNode;
  size?: keyof typeof widths;
  dismissable?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>("[data-autofocus], [data-title]")?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);

  // A press on the veil, for browsers that do not know `closedby` yet.
  useEffect(() => {
    const element = dialog.current;
    if (!element || !dismissable) return;
    const press = (event: MouseEvent) => {
      if (event.target === element) element.close();
    };
    element.addEventListener("click", press);
    return () => element.removeEventListener("click", press);
  }, [dismissable]);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      style={{ "--dialog-width": widths[size] } as React.CSSProperties}
      aria-labelledby={titleId}
      closedby={dismissable ? "any" : "closerequest"}
      onClose={onClose}
    >
      {open ? (
        <div className="flex max-h-[inherit] flex-col">
          <div className="flex items-start justify-between gap-3 px-5 pt-4">
            <h2 id={titleId} data-title tabIndex={-1} className="min-w-0 pt-2">
              {title}
            </h2>
            <form method="dialog">
              <button
                className="text-muted hover:bg-sunken hover:text-ink inline-flex size-11 items-center justify-center rounded-lg"
                aria-label="Fermer"
              >
                <Icon name="cross" />
              </button>
            </form>
          </div>
          <div className="px-5 pt-2 pb-5">{children}</div>
          {actions ? (
            <div className="border-line bg-card sticky bottom-0 flex flex-wrap justify-end gap-3 border-t px-5 py-3 max-sm:flex-col-reverse">
              {actions}
            </div>
          ) : null}
        </div>
      ) : null}
    </dialog>
  );
}
