import { useState } from "react";
import type { ControlName, TypedControls } from "@/lib/domain/family-file-form";

interface Sent {
  readonly typed: TypedControls;
  /** What the controls held when the page was drawn. */
  readonly before: TypedControls;
}

/**
 * What the controls start from. When the page is drawn again because the file has changed meanwhile, a
 * control that nobody had touched takes the new value, and one that was touched keeps what was typed.
 * `answered`: what the server gives back, without JavaScript.
 */
export function useTyped(initial: TypedControls, answered: TypedControls | null) {
  const [sent, setSent] = useState<Sent | null>(null);
  return {
    remember: (form: FormData) => {
      const typed = Object.fromEntries(
        [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
      ) as TypedControls;
      setSent({ typed, before: initial });
    },
    textOf: (control: ControlName): string => {
      const now = initial[control] ?? "";
      if (!sent) return answered?.[control] ?? now;
      const typed = sent.typed[control];
      return typed === undefined || typed === sent.before[control] ? now : typed;
    },
    /** Drawn anew where what stands has changed. */
    keyOf: (control: ControlName): string => `${control}=${initial[control] ?? ""}`,
    hasMoved: (control: ControlName): boolean =>
      sent !== null && (sent.before[control] ?? "") !== (initial[control] ?? ""),
  };
}
