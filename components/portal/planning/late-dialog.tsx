"use client";

import { useEffect, useMemo, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import { keyOf, type BookingContext, type CellRef } from "@/lib/domain/booking/context";
import { announcedAmount, lateQuote, lateQuoteInWords } from "@/lib/domain/booking/late-quote";
import { cellView } from "@/lib/domain/booking/cell";
import { formatDay, formatMoment } from "@/lib/domain/day-words";
import { cents, formatCents, type Cents } from "@/lib/domain/money";
import { hasPrices, type PriceTable } from "@/lib/domain/tariff/price-table";
import type { AskLate, LateAnswer } from "./ask-late";
import type { Dispatch } from "./cell-box";
import { PlanningDialog } from "./planning-dialog";
import type { PlanningRow } from "./rows";
import type { AskedCell } from "./use-asked";

const FORM = "demande-hors-delai";
const REASON = "motif";
const LOST =
  "La réponse du portail s’est perdue en chemin. Demandez encore\u00a0: votre demande ne partira pas deux fois.";

/** Asks the service for a cell past its cut-off: what it is, what it would cost, and why. */
export function LateDialog({
  context,
  prices,
  rows,
  cell,
  ask,
  onAsked,
  dispatch,
}: {
  context: BookingContext;
  prices: PriceTable;
  rows: readonly PlanningRow[];
  cell: CellRef;
  ask: AskLate;
  onAsked: (cell: AskedCell) => void;
  dispatch: Dispatch;
}) {
  const [reason, setReason] = useState("");
  const [answer, setAnswer] = useState<LateAnswer | null>(null);
  const [pending, start] = useTransition();
  const [idempotencyKey] = useState(newKey);
  const errors = useMemo(() => problemsOf(answer), [answer]);
  const reasonError = answer?.ok === false ? answer.fields?.["reason"] : undefined;
  useEffect(() => {
    if (answer?.ok === false && answer.fields?.["reason"]) document.getElementById(REASON)?.focus();
  }, [answer]);
  const row = rows.find(
    ({ inscription, unit }) => inscription.id === cell.inscriptionId && unit.id === cell.unitId,
  );
  const lock = cellView(context, {}, cell)?.lock;
  if (!row || lock?.why !== "late") return null;
  const { change } = lock;
  const adding = change === "add";
  const quote = lateQuote(context, prices, cell, change);
  // The price as the server just said it stands over the page's own.
  const changed = changedPrice(answer);
  const announced = changed ? changed.now : announcedAmount(quote);
  const close = () => dispatch({ type: "close" });
  const what = `${row.name}, ${row.child.firstName}, ${formatDay(cell.day, "long")}`;

  function send(event: FormEvent) {
    event.preventDefault();
    start(async () => {
      const sent = {
        schoolYearId: context.schoolYear.id,
        cell: keyOf(cell),
        change,
        reason,
        announced,
        idempotencyKey,
      };
      const result = await ask(sent).catch((): LateAnswer => ({ ok: false, message: LOST }));
      setAnswer(result);
      if (!result.ok) return;
      const key = keyOf(cell);
      const state = adding ? "pending" : "removalPending";
      onAsked({ key, state, amount: changed ? changed.now : quote.amount });
      dispatch({
        type: "asked",
        key,
        number: result.value.number,
        said: `Demande n°\u00a0${result.value.number} envoyée au service\u00a0: ${what}.`,
      });
    });
  }

  return (
    <PlanningDialog
      title={adding ? "Demander un ajout hors délai" : "Demander une annulation hors délai"}
      onClose={close}
      actions={
        <>
          <Button variant="quiet" onClick={close}>
            Annuler
          </Button>
          <Button type="submit" form={FORM} busy={pending}>
            Demander au service
          </Button>
        </>
      }
    >
      <form id={FORM} tabIndex={-1} onSubmit={send} noValidate className="grid gap-4">
        <ErrorSummary errors={errors} title="Votre demande n’est pas envoyée" />
        <p>
          <strong>{what}</strong>
          {`. ${adding ? "La réservation" : "L’annulation"} était possible jusqu’au ${formatMoment(lock.since)}.`}
        </p>
        {hasPrices(prices) ? (
          <p>
            {changed
              ? `Nouveau prix\u00a0: ${changed.now === null ? "pas encore fixé" : formatCents(changed.now)}.`
              : lateQuoteInWords(change, quote)}
          </p>
        ) : null}
        <TextAreaField
          name={REASON}
          label="Votre motif"
          hint="3 à 500 caractères. Le service le lit avant de vous répondre."
          rows={3}
          className="scroll-mb-40"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={reasonError}
        />
        <p className="text-muted">
          {`${row.inscription.departmentName} examine chaque demande et vous répond par courriel. Votre brouillon ne change pas.`}
        </p>
      </form>
    </PlanningDialog>
  );
}

/** What is not said beside the one field. */
function problemsOf(answer: LateAnswer | null) {
  if (answer?.ok !== false || answer.fields?.["reason"]) return [];
  return [{ field: FORM, message: answer.message }];
}

function changedPrice(answer: LateAnswer | null): { now: Cents | null } | null {
  if (answer?.ok !== false || answer.refusal !== "price-changed") return null;
  const { announced } = answer.value as { announced: number | null };
  return { now: announced === null ? null : cents(announced) };
}

/** A UUID (version 4). `crypto.randomUUID` is missing on a page without https. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}
