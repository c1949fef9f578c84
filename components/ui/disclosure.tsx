import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** Something one may unfold; `plain`, without a frame, where many stand in a list. */
export function Disclosure({
  summary,
  open = false,
  plain = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  plain?: boolean;
  children: ReactNode;
}) {
  const frame = plain ? "" : "border-line bg-card rounded-lg border";
  const line = plain ? "w-fit pr-3 text-sm" : "px-3 font-semibold";
  return (
    <details open={open} className={`group/disclosure ${frame}`}>
      <summary
        className={`min-h-target text-brand hover:bg-brand-soft flex cursor-pointer list-none items-center gap-2 rounded-lg py-2 ${line}`}
      >
        <Icon
          name="chevron-right"
          className="size-[1.1em] transition-transform group-open/disclosure:rotate-90"
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className={plain ? "pb-3 pl-6" : "px-3 pt-1 pb-3"}>{children}</div>
    </details>
  );
}
