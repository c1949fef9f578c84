import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

/** Nothing here yet: says why, and what one can do about it. */
export function EmptyState({
  icon = "info",
  title,
  children,
  action,
}: {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="border-control rounded-xl border border-dashed p-[min(2rem,6vw)] text-center">
      <Icon name={icon} className="text-brand size-10" />
      <p className="mt-2 text-lg font-bold">{title}</p>
      {children ? <div className="measure text-muted mx-auto mt-1">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
