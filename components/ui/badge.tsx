import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import { toneClass, toneIcon, type Tone } from "@/components/ui/tone";

/** A state in an icon and a word, never by colour alone. `look` replaces the tone's classes. */
export function Badge({
  tone = "neutral",
  icon = toneIcon[tone],
  look,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  look?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-sm font-semibold ${look ?? toneClass[tone]}`}
    >
      <Icon name={icon} className="size-[1.1em]" />
      {children}
    </span>
  );
}
