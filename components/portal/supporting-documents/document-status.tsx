import { Badge } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import { documentStatusLabel, type DocumentStatus } from "@/lib/domain/supporting-document";

const looks: Readonly<Record<DocumentStatus, { icon: IconName; look: string }>> = {
  pending: { icon: "clock", look: "border-pending-line bg-pending-bg text-pending-ink" },
  accepted: { icon: "success", look: "border-success-line bg-success-bg text-success-ink" },
  expiring: { icon: "bell", look: "border-warning-line bg-warning-bg text-warning-ink" },
  expired: { icon: "warning", look: "border-danger-line bg-danger-bg text-danger-ink" },
  refused: { icon: "cross", look: "border-danger-line bg-danger-bg text-danger-ink" },
  withdrawn: { icon: "undo", look: "border-closed-line bg-closed-bg text-closed-ink" },
  dropped: { icon: "undo", look: "border-closed-line bg-closed-bg text-closed-ink" },
};

/** Where a supporting document stands, in an icon and in words. */
export function DocumentStatusBadge({ status }: { status: DocumentStatus }) {
  return <Badge {...looks[status]}>{documentStatusLabel[status]}</Badge>;
}
