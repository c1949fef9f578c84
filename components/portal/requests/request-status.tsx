import { Badge } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import {
  lineStateLabel,
  requestStateLabel,
  type LineState,
  type ServiceRequestState,
} from "@/lib/domain/service-request";

interface Look {
  readonly icon: IconName;
  readonly look: string;
}

const waits: Look = { icon: "clock", look: "border-pending-line bg-pending-bg text-pending-ink" };
const yes: Look = { icon: "success", look: "border-success-line bg-success-bg text-success-ink" };
const no: Look = { icon: "cross", look: "border-danger-line bg-danger-bg text-danger-ink" };
const gone: Look = { icon: "undo", look: "border-closed-line bg-closed-bg text-closed-ink" };
const partly: Look = { icon: "check", look: "border-info-line bg-info-bg text-info-ink" };

const requestLook: Readonly<Record<ServiceRequestState, Look>> = {
  pending: waits,
  accepted: yes,
  partlyAccepted: partly,
  refused: no,
  withdrawn: gone,
  dropped: gone,
};

const lineLook: Readonly<Record<LineState, Look>> = {
  pending: waits,
  accepted: yes,
  refused: no,
  withdrawn: gone,
  dropped: gone,
};

/** Where a request stands, in an icon and in words. */
export function RequestStatus({ state }: { state: ServiceRequestState }) {
  return <Badge {...requestLook[state]}>{requestStateLabel[state]}</Badge>;
}

/** Asked past its cut-off. */
export function LateBadge() {
  return (
    <Badge icon="clock" look="border-late-line bg-late-bg text-late-ink">
      Hors délai
    </Badge>
  );
}

/** Where one date of a request stands. */
export function LineStatus({ state }: { state: LineState }) {
  return <Badge {...lineLook[state]}>{lineStateLabel[state]}</Badge>;
}
