"use client";

import { useEffect, useMemo, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import {
  keyOf,
  type BookingContext,
  type CellKey,
  type CellRef,
} from "@/lib/domain/booking/context";
import { askedAlong, askedState } from "@/lib/domain/booking/late";
import { announcedAmount, lateQuote, lateQuoteInWords } from "@/lib/domain/booking/late-quote";
import { cellView } from "@/lib/domain/booking/cell";
import type { Change } from "@/lib/domain/booking/rules";
import { formatDay, formatMoment, listInWords } from "@/lib/domain/day-words";
import { cents, formatCents, type Cents } from "@/lib/domain/money";
import {
  amountOf,
  hasPrices,
  lateAmountOf,
  type PriceTable,
} from "@/lib/domain/tariff/price-table";
import type { AskLate, LateAnswer } from "./ask-late";
import type { Dispatch } from "./cell-box";
import { LateMore } from "./late-more";
import { PlanningDialog } from "./planning-dialog";
import type { PlanningRow } from "./rows";
import type { AskedCell } from "./use-asked";
import { departmentAtStart } from "@/lib/domain/department-words";

const FORM = "demande-hors-delai";
const REASON = "motif";
const LOST =
  "La réponse du portail s’est perdue en chemin. Demandez encore\u00a0: votre demande ne partira pas deux fois.";

/** Asks the service for cells past their cut-off: which, what they would cost, and why. */
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
  onAsked: (cells: readonly AskedCell[]) => void;
  dispatch: Dispatch;
}) {
  const [reason, setReason] = useState("");
  const [answer, setAnswer] = useState<LateAnswer | null>(null);
  const [more, setMore] = useState<ReadonlySet<CellKey>>(new Set());
  const [pending, start] = useTransition();
  const [idempotencyKey, setIdempotencyKey] = useState(newKey);
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
  const offered = askedAlong(context, cell, change);
  const cells = [cell, ...offered.filter((one) => more.has(keyOf(one)))];
  const quote = lateQuote(context, prices, cells, change);
  // The price as the server just said it stands over the page's own.
  const changed = changedPrice(answer);
  const announced = changed ? changed.now : announcedAmount(quote);
  const close = () => dispatch({ type: "close" });
  const what = `${row.name}, ${row.child.firstName}, ${formatDay(cell.day, "long")}`;

  function send(event: FormEvent) {
    event.preventDefault();
    start(async () => {
      const keys = cells.map(keyOf);
      const sent = {
        schoolYearId: context.schoolYear.id,
        cells: keys,
        change,
        reason,
        announced,
        idempotencyKey,
      };
      const result = await ask(sent).catch((): LateAnswer => ({ ok: false, message: LOST }));
      setAnswer(result);
      if (!result.ok) return;
      const { numbers } = result.value;
      onAsked(cells.map((one) => askedCell(prices, one, change)));
      dispatch({ type: "asked", keys, numbers, said: askedInWords(numbers, what, cells.length) });
    });
  }

  function tick(key: CellKey, ticked: boolean) {
    const next = new Set(more);
    if (ticked) next.add(key);
    else next.delete(key);
    setMore(next);
    // What was refused, or its price, was of other cells; so was the key of its form.
    setAnswer(null);
    setIdempotencyKey(newKey());
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
        <LateMore {...{ rows, offered, ticked: more, change }} onTick={tick} />
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
          {`${departmentAtStart(row.inscription.departmentName)} examine chaque demande et vous répond par courriel. Votre brouillon ne change pas.`}
        </p>
      </form>
    </PlanningDialog>
  );
}

/** A cell as it stands once it was asked, and what it would cost. */
function askedCell(prices: PriceTable, cell: CellRef, change: Change): AskedCell {
  const key = keyOf(cell);
  const amount = change === "add" ? lateAmountOf(prices, cell) : amountOf(prices, cell, key);
  return { key, state: askedState(change), amount };
}

function askedInWords(numbers: readonly number[], what: string, count: number): string {
  const named = listInWords(numbers.map((number) => `n°\u00a0${number}`));
  const sent = numbers.length > 1 ? `Demandes ${named} envoyées` : `Demande ${named} envoyée`;
  return `${sent} au service\u00a0: ${count > 1 ? `${count} dates ou prestations` : what}.`;
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
