import type { IconName } from "@/components/ui/icon";

/** What a coloured element means; the colour never says it alone. */
export type Tone = "info" | "success" | "warning" | "danger" | "neutral";

export const toneClass: Record<Tone, string> = {
  info: "border-info-line bg-info-bg text-info-ink",
  success: "border-success-line bg-success-bg text-success-ink",
  warning: "border-warning-line bg-warning-bg text-warning-ink",
  danger: "border-danger-line bg-danger-bg text-danger-ink",
  neutral: "border-closed-line bg-closed-bg text-closed-ink",
};

export const toneIcon: Record<Tone, IconName> = {
  info: "info",
  success: "success",
  warning: "warning",
  danger: "danger",
  neutral: "minus",
};
