import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** Something one may unfold. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group/disclosure border-line bg-card rounded-lg border">
      <summary className="min-h-target text-brand hover:bg-brand-soft flex cursor-pointer list-none items-center gap-2 rounded-lg px-3 py-2 font-semibold">
        <Icon
          name="chevron-right"
          className="size-[1.1em] transition-transform group-open/disclosure:rotate-90"
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="px-3 pt-1 pb-3">{children}</div>
    </details>
  );
}
