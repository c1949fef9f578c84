import type { ReactNode } from "react";

/** A table wider than the screen: it scrolls in its own region, by finger or by the arrow keys. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="border-line bg-card shadow-rest relative max-w-full overflow-x-auto rounded-xl border print:overflow-visible print:rounded-none"
    >
      {children}
    </div>
  );
}
