"use client";

import { Button } from "@/components/ui/button";

/** Prints the page; its print style is the printable version. Not there without JavaScript. */
export function PrintButton({ label = "Imprimer" }: { label?: string }) {
  return (
    <Button
      variant="secondary"
      icon="print"
      wide
      className="noscript:hidden"
      onClick={() => window.print()}
    >
      {label}
    </Button>
  );
}
