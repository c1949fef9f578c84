import { Badge } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import { phaseLabel, type TariffPhase } from "./words";

const looks: Readonly<Record<TariffPhase, { tone: Tone; icon: IconName }>> = {
  draft: { tone: "warning", icon: "edit" },
  coming: { tone: "info", icon: "clock" },
  inForce: { tone: "success", icon: "check" },
  past: { tone: "neutral", icon: "lock" },
};

export function PhaseBadge({ phase }: { phase: TariffPhase }) {
  return <Badge {...looks[phase]}>{phaseLabel[phase]}</Badge>;
}
