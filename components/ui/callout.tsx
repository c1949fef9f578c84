import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import { toneClass, toneIcon, type Tone } from "@/components/ui/tone";

/** A message set apart from the text; static, so it is read in its place and announces nothing. */
export function Callout({
  tone = "info",
  title,
  icon = toneIcon[tone],
  children,
  actions,
}: {
  tone?: Tone;
  title?: ReactNode;
  icon?: IconName;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`flex gap-3 rounded-xl border p-[min(1rem,4vw)] ${toneClass[tone]}`}>
      <Icon name={icon} className="mt-[0.1em] size-[1.4em]" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-bold">{title}</p> : null}
        {children ? <div className="measure">{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </div>
  );
}
