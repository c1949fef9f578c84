import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { toneClass, toneIcon, type Tone } from "@/components/ui/tone";

/**
 * The live region that tells what has just happened. It must stand in the page, empty, before it speaks:
 * render it always and change `children`.
 */
export function StatusMessage({
  tone = "success",
  children,
  onDismiss,
}: {
  tone?: Tone;
  children?: ReactNode;
  onDismiss?: (() => void) | undefined;
}) {
  return (
    <div role="status" className="no-print">
      {children ? (
        <div className={`flex items-center gap-3 rounded-xl border px-4 py-2 ${toneClass[tone]}`}>
          <Icon name={toneIcon[tone]} className="size-[1.4em]" />
          <div className="min-w-0 flex-1 py-1 font-semibold">{children}</div>
          {onDismiss ? (
            <button
              type="button"
              onClick={onDismiss}
              aria-label="Fermer le message"
              className="inline-flex size-11 items-center justify-center rounded-lg hover:brightness-95"
            >
              <Icon name="cross" />
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
