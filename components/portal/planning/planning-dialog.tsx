"use client";

import { useLayoutEffect, useRef, type ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";

/**
 * A dialog that is open for as long as it is in the page. It closes itself before it is taken away, so
 * that the browser gives the focus back to what opened it.
 */
export function PlanningDialog({
  title,
  onClose,
  actions,
  size = "medium",
  children,
}: {
  title: string;
  onClose: () => void;
  actions: ReactNode;
  size?: "small" | "medium" | "large";
  children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const here = frame.current;
    return () => here?.querySelector("dialog")?.close();
  }, []);
  return (
    <div ref={frame} className="contents">
      <Dialog
        open
        onClose={onClose}
        title={title}
        actions={actions}
        size={size}
        dismissable={false}
      >
        {children}
      </Dialog>
    </div>
  );
}
