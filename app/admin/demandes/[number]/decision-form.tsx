"use client";

import { useMemo, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { plural } from "@/lib/domain/day-words";
import { lateDecisionLabel, type LineChange } from "@/lib/domain/service-request";
import type { PlacesOfRequest } from "@/lib/services/reservations/request-places";
import type { OfferedTemplate } from "@/lib/services/settings/answer-templates";
import { decide } from "../actions";
import { useSentForm } from "@/app/use-sent-form";
import { AnswerFields, REASON } from "./answer-fields";
import { DatesToDecide, type WaitingGroup } from "./date-fields";
import { OVER, OVER_REASON, OverFields } from "./over-fields";
import { typedDecision } from "./typed-decision";
import { useHydrated } from "@/components/ui/use-hydrated";

const DATES = "lines";

/** Where the sentence of a refusal leads. */
const fieldOf: Readonly<Record<string, string>> = {
  "no-date-chosen": DATES,
  "reason-missing": REASON,
  "reason-too-long": REASON,
  "over-capacity": OVER,
  "over-reason-missing": OVER_REASON,
};

/** The two answers; to a late cancellation they say what is due. */
function answerWords(lateChange: LineChange | null, said: string) {
  if (lateChange === "remove") {
    return { ...lateDecisionLabel.remove, reason: "Pourquoi le motif n’est pas retenu" };
  }
  const what = lateChange === null ? said : "l’ajout hors délai";
  return { accept: `Accepter ${what}`, refuse: `Refuser ${what}`, reason: "Motif du refus" };
}

/** One answer for what is ticked and what is not; null where that would be one of the two others. */
function bothWords(ticked: number, left: number, hydrated: boolean): string | null {
  if (!hydrated)
    return ticked + left > 1 ? "Accepter les dates cochées et refuser les autres" : null;
  if (ticked === 0 || left === 0) return null;
  return `Accepter ${plural(ticked, "date", "dates")} et refuser ${left === 1 ? "l’autre" : `les ${left} autres`}`;
}

/** The dates that cannot be accepted: they are not ticked at first. */
const goneOf = (groups: readonly WaitingGroup[]) =>
  groups.flatMap(({ unitId, days, gone }) =>
    days.filter((d) => d in gone).map((d) => `${unitId}|${d}`),
  );

/**
 * Waiting dates, all ticked, and the two answers; nothing where nothing waits. The buttons count what is
 * ticked; without JavaScript they speak of the ticked dates, and do the same.
 */
export function DecisionForm({
  number,
  list,
  groups,
  lateChange,
  places,
  templates,
  idempotencyKey,
}: {
  number: number;
  /** The query of the list from which one came. */
  list: string;
  groups: readonly WaitingGroup[];
  /** What was asked past its cut-off; null for what was asked in time. */
  lateChange: LineChange | null;
  /** Of dates of limited units. */
  places: PlacesOfRequest;
  /** What a refusal may start from. */
  templates: readonly OfferedTemplate[];
  idempotencyKey: string;
}) {
  const all = useMemo(
    () => groups.flatMap(({ unitId, days }) => days.map((d) => `${unitId}|${d}`)),
    [groups],
  );
  const form = useSentForm(decide, fieldOf, "contenu");
  const { problems, messageOf } = form;
  const typed = typedDecision(form.answer);
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(typed ? all.filter((key) => !typed.lines.includes(key)) : goneOf(groups)),
  );
  const hydrated = useHydrated();
  const isGone = groups.some(({ gone }) => Object.keys(gone).length > 0);
  const ticked = all.filter((key) => !left.has(key));
  const words = {
    ...answerWords(
      lateChange,
      hydrated ? plural(ticked.length, "date", "dates") : "les dates cochées",
    ),
    both: bothWords(ticked.length, left.size, hydrated),
  };
  // Someone was quicker: the answer outlives the form.
  if (groups.length === 0) return <ErrorSummary errors={problems} title="Rien n’est décidé ici" />;
  return (
    <Card title="À décider" titleId="a-decider">
      <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
        <ErrorSummary errors={problems} title="Rien n’est encore décidé" />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="count" value={Math.max(ticked.length, 1)} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        {isGone && (
          <Callout>
            Les dates passées, ou fermées depuis la demande, ne peuvent plus être acceptées&nbsp;:
            elles sont décochées. Refusez-les avec la même réponse, en disant pourquoi, ou plus tard
            en les cochant seules.
          </Callout>
        )}
        <DatesToDecide
          name={DATES}
          groups={groups}
          left={left}
          onChange={setLeft}
          all={hydrated ? all : null}
          places={places}
          error={messageOf(DATES)}
        />
        <OverFields
          dates={(hydrated ? ticked : all).filter((key) => places[key]?.isOver).length}
          typed={{ over: typed?.over ?? false, overReason: typed?.overReason ?? "" }}
          errors={{ over: messageOf(OVER), reason: messageOf(OVER_REASON) }}
        />
        <AnswerFields
          words={words}
          reason={typed?.reason ?? ""}
          error={messageOf(REASON)}
          templates={templates}
          busy={form.pending}
        />
      </form>
    </Card>
  );
}
