"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { cellKey, type BookingContext } from "@/lib/domain/booking/context";
import { isWanted, type Wishes } from "@/lib/domain/booking/wishes";
import { eachDay } from "@/lib/domain/day";
import { plural } from "@/lib/domain/day-words";
import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import { checkPeriodicity, type Periodicity } from "@/lib/domain/periodicity";
import { hasPrices, type PriceTable } from "@/lib/domain/tariff/price-table";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import { planChanges } from "@/lib/domain/booking/plan";
import { cents, type Cents } from "@/lib/domain/money";
import type { Rhythm } from "@/lib/domain/rhythm";
import type { Dispatch } from "../cell-box";
import { PlanningDialog } from "../planning-dialog";
import { DaysStep } from "./days-step";
import {
  dateErrors,
  emptiedByHand,
  periodicityOf,
  startForm,
  STEPS,
  withPresentDays,
  type DateErrors,
  type PeriodicityForm,
} from "./form";
import { PreviewStep } from "./preview-step";
import { applyLabel, countsOf, cycleLabels, refusalSentence, stepTitle } from "./words";

/** « Appliquer une périodicité », and « Reprendre mon rythme » which opens at the preview. */
export function PeriodicityDialog({
  context,
  wishes,
  rhythm,
  prices,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  prices: PriceTable;
  rhythm: Rhythm | null;
  dispatch: Dispatch;
}) {
  const [form, setForm] = useState(() => startForm(context, rhythm));
  const [errors, setErrors] = useState<DateErrors>({});
  const [refusal, setRefusal] = useState("");
  const heading = useStepFocus(form.step);
  const { periodicity, applied, check } = useOutcome(context, wishes, form);
  const emptiable = useMemo(
    () => (periodicity ? emptiableOf(context, wishes, periodicity) : []),
    [context, wishes, periodicity],
  );
  const close = () => dispatch({ type: "close" });
  const place = STEPS.indexOf(form.step);
  const go = (by: number) => {
    const step = STEPS[place + by] ?? form.step;
    const byHand = step === "preview" ? emptiedByHand(context, wishes, form) : [];
    const emptied = [...new Set([...form.emptied, ...byHand])];
    setForm(withPresentDays(context, wishes, { ...form, step, emptied }));
  };

  function next() {
    setRefusal("");
    if (form.step === "period") {
      const wrong = dateErrors(form, { from: isHalfTyped("debut"), to: isHalfTyped("fin") });
      setErrors(wrong);
      if (wrong.from ?? wrong.to) {
        document.getElementById(wrong.from ? "debut" : "fin")?.focus();
        return;
      }
    }
    const nothing = form.step === "days" && check !== null && !check.ok;
    // An empty periodicity may still empty an inscription: that is chosen in the preview.
    if (nothing && !(check.refusal === "emptyPeriodicity" && emptiable.length > 0)) {
      setRefusal(refusalSentence[check.refusal]);
      return;
    }
    go(1);
  }

  function apply() {
    if (!applied || !check?.ok) {
      setRefusal(check && !check.ok ? refusalSentence[check.refusal] : "");
      return;
    }
    const { added, removed } = countsOf(applied.preview);
    dispatch({
      type: "apply",
      wishes: applied.wishes,
      label: rhythm ? "Reprise du rythme" : "Périodicité appliquée",
      said: `La périodicité a bien été appliquée\u00a0: ${plural(added, "ajoutée", "ajoutées")}, ${plural(removed, "retirée", "retirées")}.`,
    });
  }

  return (
    <PlanningDialog
      title={rhythm ? "Reprendre mon rythme" : "Appliquer une périodicité"}
      onClose={close}
      size="large"
      actions={
        <>
          <Button variant="quiet" className="max-sm:hidden" onClick={close}>
            Annuler
          </Button>
          {place > 0 ? (
            <Button variant="secondary" onClick={() => go(-1)}>
              Précédent
            </Button>
          ) : null}
          {form.step === "preview" ? (
            <Button onClick={apply}>{applyLabel(countsOf(applied?.preview ?? []))}</Button>
          ) : (
            <Button onClick={next}>{form.step === "days" ? "Voir l’aperçu" : "Suivant"}</Button>
          )}
        </>
      }
    >
      <h3 ref={heading} tabIndex={-1} className="mb-2">
        {stepTitle[form.step]}
      </h3>
      <p role="alert" className="text-danger-ink font-semibold">
        {refusal}
      </p>
      {form.step === "period" ? <PeriodStep form={form} setForm={setForm} errors={errors} /> : null}
      {form.step === "cycle" ? (
        <RadioGroup
          name="periodicite-cycle"
          legend={`Le rythme de vos réservations est-il différent chaque semaine\u00a0?`}
          value={String(form.cycle)}
          onChange={(event) => setForm({ ...form, cycle: Number(event.target.value) })}
          options={Object.entries(cycleLabels).map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      {form.step === "days" ? <DaysStep context={context} form={form} setForm={setForm} /> : null}
      {form.step === "preview" && periodicity ? (
        <PreviewStep
          context={context}
          form={form}
          setForm={setForm}
          periodicity={periodicity}
          preview={applied?.preview ?? []}
          difference={applied ? differenceOf(context, prices, wishes, applied.wishes) : null}
          emptiable={emptiable}
        />
      ) : null}
    </PlanningDialog>
  );
}

function PeriodStep({
  form,
  setForm,
  errors,
}: {
  form: PeriodicityForm;
  setForm: (form: PeriodicityForm) => void;
  errors: DateErrors;
}) {
  return (
    <div className="grid gap-4">
      <p>Sur quelle période souhaitez-vous modifier vos réservations&nbsp;?</p>
      <DateField
        name="debut"
        label="Date de début"
        value={form.from}
        error={errors.from}
        onChange={(event) => setForm({ ...form, from: event.target.value })}
      />
      <DateField
        name="fin"
        label="Date de fin"
        value={form.to}
        error={errors.to}
        onChange={(event) => setForm({ ...form, to: event.target.value })}
      />
    </div>
  );
}

/** Moves the focus to the title of a new step, so that one hears where one is. */
function useStepFocus(step: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus();
    heading.current?.closest("dialog")?.scrollTo(0, 0);
  }, [step]);
  return heading;
}

/** What the form would do. Worked out for the preview, and for the button that leads to it. */
function useOutcome(context: BookingContext, wishes: Wishes, form: PeriodicityForm) {
  return useMemo(() => {
    const periodicity = periodicityOf(form);
    if (periodicity === null) return { periodicity, applied: null, check: null };
    const emptied = form.mode === "replace" ? form.emptied : [];
    const check = checkPeriodicity(context, periodicity, emptied);
    const ready = check.ok && form.step === "preview";
    const applied = ready
      ? applyPeriodicity(context, wishes, periodicity, form.mode, emptied)
      : null;
    return { periodicity, applied, check };
  }, [context, wishes, form]);
}

/** By how much the bill changes besides what the draft asks already; null in a town without tariffs. */
function differenceOf(
  context: BookingContext,
  prices: PriceTable,
  before: Wishes,
  after: Wishes,
): Cents | null {
  if (!hasPrices(prices)) return null;
  const costOf = (wishes: Wishes) =>
    planCost(context, planChanges(context, wishes), prices).total.amount;
  return cents(costOf(after) - costOf(before));
}

function emptiableOf(context: BookingContext, wishes: Wishes, periodicity: Periodicity) {
  const ticked = new Set(periodicity.weeks.flat().map(({ inscriptionId }) => inscriptionId));
  const days = periodicity.to < periodicity.from ? [] : eachDay(periodicity);
  return context.inscriptions
    .filter(({ id }) => !ticked.has(id))
    .map((inscription) => ({
      inscription,
      held: days.reduce(
        (sum, day) =>
          sum +
          inscription.units.filter(({ id }) =>
            isWanted(context, wishes, cellKey(inscription.id, id, day)),
          ).length,
        0,
      ),
    }))
    .filter(({ held }) => held > 0);
}

/** The browser holds something in the field that it cannot read as a date. */
function isHalfTyped(id: string): boolean {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement && field.validity.badInput;
}
