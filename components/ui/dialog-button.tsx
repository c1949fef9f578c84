"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";

/**
 * A button and the dialog that it opens. The content may be drawn on the server; inside,
 * `<form method="dialog"><button>…` closes it without script of its own.
 */
export function DialogButton({
  label,
  title,
  children,
  size = "medium",
  ...look
}: ButtonLook & {
  label: ReactNode;
  title: ReactNode;
  children: ReactNode;
  size?: "small" | "medium" | "large";
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...look} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} size={size}>
        {children}
      </Dialog>
    </>
  );
}
