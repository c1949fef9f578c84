"use client";

import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { formatDay } from "@/lib/domain/day-words";
import type { TownDay } from "@/lib/services/calendar/town-days";
import { useSentForm } from "@/app/use-sent-form";
import { removeDay } from "../actions";

const nowhere = {};

/** Takes a day back from all its groups. */
export function RemovalForm({ its, idempotencyKey }: { its: TownDay; idempotencyKey: string }) {
  const form = useSentForm(removeDay, nowhere, "day");
  const refused = form.answer?.ok === false ? form.answer.message : null;
  return (
    <form action={form.send} onSubmit={form.submit}>
      <input type="hidden" name="day" value={its.day} />
      <input type="hidden" name="kind" value={its.open ? "open" : "closed"} />
      <input type="hidden" name="reason" value={its.reason} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Button type="submit" variant="quiet" busy={form.pending}>
        Retirer
        <span className="sr-only">{` ${formatDay(its.day, "long")}`}</span>
      </Button>
      <div role="alert">
        {refused && <FieldError id={`retrait-${idempotencyKey}`}>{refused}</FieldError>}
      </div>
    </form>
  );
}
