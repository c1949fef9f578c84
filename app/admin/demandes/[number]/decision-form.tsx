"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useMemo, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import type { ActionResult } from "@/lib/action";
import { plural } from "@/lib/domain/day-words";
import { lateDecisionLabel, type LineChange } from "@/lib/domain/service-request";
import type { Decided } from "@/lib/services/service-requests/decide";
import { decide } from "../actions";
import { DatesToDecide, type WaitingGroup } from "./dates-to-decide";
import { useHydrated } from "./use-hydrated";

const REASON = "reason";
const DATES = "lines";

/** Where the sentence of a refusal leads. */
const fieldOf: Readonly<Record<string, string>> = {
  "no-date-chosen": DATES,
  "reason-missing": REASON,
  "reason-too-long": REASON,
};

/** The two answers; to a late cancellation they say what is due. */
function answerWords(lateChange: LineChange | null, said: string) {
  if (lateChange === "remove") {
    return { ...lateDecisionLabel.remove, reason: "Pourquoi le motif n’est pas retenu" };
  }
  const what = lateChange === null ? said : "l’ajout hors délai";
  return { accept: `Accepter ${what}`, refuse: `Refuser ${what}`, reason: "Motif du refus" };
}

/** What was sent, given back by a refusal: without JavaScript, it is all that is left of it. */
interface Typed {
  lines: string[];
  reason: string;
}

/**
 * Waiting dates, all ticked, and the two answers; nothing where nothing waits. The buttons count what is ticked; without JavaScript
 * they speak of the ticked dates, and do the same.
 */
export function DecisionForm({
  number,
  groups,
  lateChange,
  idempotencyKey,
}: {
  number: number;
  groups: readonly WaitingGroup[];
  /** What was asked past its cut-off; null for what was asked in time. */
  lateChange: LineChange | null;
  idempotencyKey: string;
}) {
  const all = useMemo(
    () => groups.flatMap(({ unitId, days }) => days.map((d) => `${unitId}|${d}`)),
    [groups],
  );
  const [answer, send] = useActionState<ActionResult<Decided> | null, FormData>(decide, null);
  const typed = answer?.ok === false ? (answer.value as Typed | undefined) : undefined;
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(typed ? all.filter((key) => !typed.lines.includes(key)) : []),
  );
  const [reason, setReason] = useState(typed?.reason ?? "");
  const [pending, start] = useTransition();
  const hydrated = useHydrated();
  const router = useRouter();
  const overtaken = answer?.ok === false && fieldOf[answer.refusal] === undefined;
  useEffect(() => {
    if (overtaken) router.refresh();
  }, [answer, overtaken, router]);
  const problem = useMemo(
    () =>
      answer?.ok === false
        ? [{ field: fieldOf[answer.refusal] ?? "contenu", message: answer.message }]
        : [],
    [answer],
  );
  const messageOf = (field: string) => problem.find((p) => p.field === field)?.message;

  // Sent by hand, so that React does not empty the form when the answer is a refusal.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const form = new FormData(event.currentTarget, submitter);
    start(() => send(form));
  }

  const ticked = all.filter((key) => !left.has(key));
  const words = answerWords(
    lateChange,
    hydrated ? plural(ticked.length, "date", "dates") : "les dates cochées",
  );
  // Someone was quicker: the answer outlives the form.
  if (groups.length === 0) return <ErrorSummary errors={problem} title="Rien n’est décidé ici" />;
  return (
    <Card title="À décider" titleId="a-decider">
      <form action={send} onSubmit={submit} noValidate className="grid gap-6">
        <ErrorSummary errors={problem} title="Rien n’est encore décidé" />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="count" value={Math.max(ticked.length, 1)} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <DatesToDecide
          name={DATES}
          groups={groups}
          left={left}
          onChange={setLeft}
          all={hydrated ? all : null}
          error={messageOf(DATES)}
        />
        <div className="flex flex-wrap gap-3">
          <Button
            id="accepter"
            type="submit"
            name="decision"
            value="accept"
            icon="check"
            wide
            busy={pending}
          >
            {words.accept}
          </Button>
        </div>
        <div className="border-line grid gap-4 border-t pt-5">
          <TextAreaField
            name={REASON}
            label={words.reason}
            hint="Pour refuser seulement, 3 à 500 caractères. La famille le lit dans sa demande et dans son courriel."
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={messageOf(REASON)}
          />
          <div>
            <Button
              type="submit"
              name="decision"
              value="refuse"
              variant="danger"
              icon="cross"
              wide
              busy={pending}
            >
              {words.refuse}
            </Button>
          </div>
        </div>
      </form>
    </Card>
  );
}
