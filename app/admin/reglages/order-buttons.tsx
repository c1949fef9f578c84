"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Action } from "@/lib/action";
import type { MoveDirection } from "@/lib/domain/ordered";

/**
 * « Monter » and « Descendre », without dragging. The line keeps the focus where it has gone, and its
 * place is said.
 */
export function OrderButtons({
  move,
  id,
  label,
  place,
  count,
  shown,
  idempotencyKey,
}: {
  move: Action<{ place: number }>;
  id: number;
  label: string;
  /** From 1. */
  place: number;
  count: number;
  /** The order's stamp. */
  shown: string;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState(move, null);
  const [pressed, setPressed] = useState<MoveDirection>("up");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!answer?.ok) return;
    const buttons = box.current?.querySelectorAll("button") ?? [];
    const same = [...buttons].find(({ value }) => value === pressed);
    (same ?? buttons[0])?.focus();
  }, [answer, pressed]);
  const button = (direction: MoveDirection) => (
    <Button
      type="submit"
      name="direction"
      value={direction}
      variant="quiet"
      icon={direction === "up" ? "chevron-up" : "chevron-down"}
      onClick={() => setPressed(direction)}
    >
      {direction === "up" ? "Monter" : "Descendre"}
      <span className="sr-only">{` «\u00a0${label}\u00a0»`}</span>
    </Button>
  );
  return (
    <div ref={box}>
      <form action={send} className="flex flex-wrap gap-2">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="shown" value={shown} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        {place > 1 && button("up")}
        {place < count && button("down")}
      </form>
      <p role="status" className="sr-only">
        {answer?.ok ? `«\u00a0${label}\u00a0» est en position ${place} sur ${count}.` : null}
      </p>
      {/* Stands empty until there is something to say. */}
      <p role="alert" className="text-danger-ink font-semibold empty:hidden">
        {answer?.ok === false ? answer.message : null}
      </p>
    </div>
  );
}
