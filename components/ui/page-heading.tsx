import type { ReactNode } from "react";
import { FocusedHeading } from "@/components/ui/focused-heading";

/** The page's title, with what stands above and below it. Steps of a démarche set `autoFocusOnMount`. */
export function PageHeading({
  children,
  above,
  lead,
  actions,
  autoFocusOnMount = false,
}: {
  children: ReactNode;
  above?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  autoFocusOnMount?: boolean;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above ? <p className="text-muted font-semibold">{above}</p> : null}
        {autoFocusOnMount ? (
          <FocusedHeading className="w-fit">{children}</FocusedHeading>
        ) : (
          <h1>{children}</h1>
        )}
        {lead ? <div className="measure text-muted mt-2 text-lg">{lead}</div> : null}
      </div>
      {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  );
}
