"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { toneClass, toneIcon } from "@/components/ui/tone";

/**
 * What an act has just done. It takes the focus, because the button that was pressed is gone: what is
 * read next is what follows. Give it a key that changes with each act.
 */
export function Outcome({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div
      ref={box}
      role="status"
      tabIndex={-1}
      className={`no-print flex gap-3 rounded-xl border p-4 ${toneClass.success}`}
    >
      <Icon name={toneIcon.success} className="mt-[0.1em] size-[1.4em]" />
      <div className="min-w-0 flex-1">
        <div className="font-semibold">{children}</div>
        {actions ? <div className="mt-3 flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </div>
  );
}
