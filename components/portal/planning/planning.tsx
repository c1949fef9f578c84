"use client";

import { useMemo, useReducer, useRef, useState } from "react";
import { useFrameOf } from "@/components/portal/family/family-shown";
import { StatusMessage } from "@/components/ui/status-message";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Moment } from "@/lib/domain/day";
import { conflictsOf, type Wishes } from "@/lib/domain/booking/wishes";
import { planChanges } from "@/lib/domain/booking/plan";
import { costByDay } from "@/lib/domain/tariff/cost";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import { hasPrices, type PriceTable } from "@/lib/domain/tariff/price-table";
import type { Rhythm } from "@/lib/domain/rhythm";
import type { AskLate, AskLateOf } from "./ask-late";
import { estimate } from "./cost-summary";
import type { SaveStatus } from "./draft-saver";
import { LateNote } from "./late-note";
import { Legend, useInView } from "./legend";
import { PlanningTable } from "./planning-table";
import { rowsByChild } from "./rows";
import { saveSentence } from "./save-sentence";
import type { Look } from "./look-url";
import { daysOf, shifted, spanTitle, visiblePeriod, wholePeriod } from "./span";
import { SignedOutBanner } from "./signed-out-banner";
import { initialState, planningReducer, type PlanningState } from "./state";
import { Toolbar } from "./toolbar";
import { UndoBar } from "./undo-bar";
import { useAsked } from "./use-asked";
import { useDialogs } from "./use-dialogs";
import { useDraft } from "./use-draft";
import { useFreshPage } from "@/components/ui/use-fresh-page";
import { useKeptLook } from "./use-kept-look";
import { useSwipe } from "./use-swipe";
import { Turns, ViewNav } from "./view-nav";
import { YearView } from "./year-view";

export interface PlanningProps {
  /** The chosen inscriptions only. */
  readonly context: BookingContext;
  /** The day that a link led to; null where the calendar chooses. */
  readonly opens: Look;
  readonly prices: PriceTable;
  readonly rhythm: Rhythm | null;
  readonly draft: {
    /** 0 where no draft is saved yet. */
    readonly revision: number;
    readonly savedAt: Moment | null;
    readonly chosen: readonly number[];
    readonly wishes: Wishes;
    /** Wishes of inscriptions that are not chosen now: kept with the draft. */
    readonly parked: Wishes;
  };
  /** The account that acts: what the tab keeps is for it alone. */
  readonly owner: string;
  /** The home whose calendar this is: every call names it. */
  readonly familyId: number;
  readonly urls: { readonly draft: string; readonly next: string; readonly signIn: string };
  readonly askLate: AskLateOf;
}

/** Step 2 of the réservation: the calendar of all chosen inscriptions of all children. */
export function Planning({ rhythm, draft, owner, familyId, urls, ...page }: PlanningProps) {
  const { context, prices, onAsked } = useAsked(page.context, page.prices);
  const reducer = useMemo(() => planningReducer(context), [context]);
  const [state, dispatch] = useReducer(reducer, draft.wishes, (wishes) =>
    initialState(context, wishes, page.opens),
  );
  const { wishes, view, anchor } = state;
  const { saver, status } = useDraft(
    { url: urls.draft, schoolYearId: context.schoolYear.id, owner, familyId, ...draft },
    wishes,
    (kept) =>
      dispatch({ type: "restore", wishes: kept, said: "Vos choix non enregistrés sont revenus." }),
  );
  useFreshPage(page.context);
  useKeptLook({ schoolYearId: context.schoolYear.id, view, anchor, dispatch });
  useFrameOf(familyId);
  const askLate: AskLate = (asked) => page.askLate({ ...asked, familyId });
  const [leaving, setLeaving] = useState(false);
  // Another device's draft, about which the parent did not answer yet.
  const [postponed, setPostponed] = useState<SaveStatus | null>(null);
  const otherDevice = status.kind === "otherDevice" && status !== postponed ? status : null;
  const trouble = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);

  const groups = useMemo(() => rowsByChild(context), [context]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const whole = useMemo(() => wholePeriod(context), [context]);
  const shown = useMemo(() => visiblePeriod(view, anchor, whole), [view, anchor, whole]);
  const days = useMemo(() => daysOf(context, shown), [context, shown]);
  const conflicts = useMemo(() => conflictsOf(context, wishes), [context, wishes]);
  const isWanted = state.dialog !== null || otherDevice !== null || conflicts.length > 0;
  const dialogs = useDialogs(isWanted, () => {
    dispatch({ type: "close" });
    dispatch({
      type: "say",
      text: "Cette fenêtre n’a pas pu s’ouvrir. Vérifiez votre connexion et réessayez.",
    });
  });
  const plan = useMemo(() => planChanges(context, wishes), [context, wishes]);
  const costs = useMemo(() => costByDay(context, plan.changes, prices), [context, plan, prices]);
  const cost = useMemo(() => planCost(context, plan, prices), [context, plan, prices]);
  const priced = useMemo(() => hasPrices(prices), [prices]);
  const costLine = priced ? estimate(costs, cost, { view, shown, now: context.now, whole }) : null;
  const swiped = useSwipe((by) => {
    const to = shifted(view, anchor, by, whole);
    if (to) dispatch({ type: "look", anchor: to });
  });
  const inView = useInView(context, wishes, rows, days);

  async function goOn() {
    if (conflicts.some(({ settled }) => !settled)) {
      dispatch({ type: "say", text: "Réglez d’abord les réservations qui ont changé." });
      trouble.current?.focus();
      return;
    }
    setPostponed(null);
    setLeaving(true);
    // A whole page load: going back from step 3 must not show the calendar as it was before.
    if (await saver.flush()) window.location.assign(urls.next);
    else setLeaving(false);
  }

  return (
    <div className="min-w-0">
      <div className="flex flex-col gap-x-4 lg:flex-row-reverse lg:items-center">
        <Toolbar {...{ context, wishes, rhythm, view, anchor, shown, whole, dispatch }} />
        <div className="min-w-0 flex-1 max-md:contents">
          <ViewNav {...{ view, anchor, shown, whole, costLine, title, dispatch }} />
        </div>
      </div>
      {status.kind === "signedOut" ? <SignedOutBanner signInUrl={urls.signIn} /> : null}
      {dialogs ? <dialogs.Conflicts {...{ conflicts, rows, dispatch, heading: trouble }} /> : null}
      {view === "year" ? (
        <YearView
          {...{ context, wishes, groups, days, anchor }}
          costs={priced ? costs : null}
          onOpen={(day) => {
            dispatch({ type: "look", view: "week", anchor: day });
            // The line that was pressed goes: the title of what it opened takes the focus.
            title.current?.focus({ preventScroll: true });
            window.scrollTo({ top: 0, behavior: "instant" });
          }}
        />
      ) : (
        <div ref={swiped}>
          <PlanningTable
            {...{ context, wishes, prices, groups, days, anchor, view, dispatch }}
            title={spanTitle(view, shown)}
          />
        </div>
      )}
      <LateNote rows={inView.lateRows} mayAsk={inView.mayAsk} />
      <Legend statuses={inView.statuses} />
      <UndoBar
        changes={Object.keys(wishes).length - conflicts.filter(({ settled }) => settled).length}
        lastGesture={state.history.at(-1)?.label ?? null}
        costLine={costLine}
        saveLine={saveSentence(status, context.now)}
        alarm={["retrying", "signedOut", "otherDevice", "tooLarge", "refused"].includes(
          status.kind,
        )}
        said={
          <StatusMessage tone="info" onDismiss={() => dispatch({ type: "say", text: "" })}>
            {state.said.text === "" ? null : <Said {...state.said} />}
          </StatusMessage>
        }
        turns={<Turns className="md:hidden" {...{ view, anchor, whole, dispatch }} />}
        nextUrl={urls.next}
        busy={leaving}
        onUndo={() => dispatch({ type: "undo" })}
        onNext={() => void goOn()}
      />
      {dialogs ? (
        <dialogs.PlanningDialogs
          {...{ context, prices, state, rows, shown, askLate, onAsked, dispatch }}
        />
      ) : null}
      {dialogs && otherDevice ? (
        <dialogs.OtherDeviceDialog
          status={otherDevice}
          onLater={() => setPostponed(otherDevice)}
          onMine={() => void saver.keepMine()}
          onTheirs={() => {
            saver.giveUp();
            window.location.reload();
          }}
        />
      ) : null}
    </div>
  );
}

function Said({ text, requests: [first, ...others] }: PlanningState["said"]) {
  if (first === undefined) return text;
  return (
    <>
      {text}{" "}
      <a
        className="text-link inline-block"
        href={others.length > 0 ? "/demandes" : `/demandes/${first}`}
      >
        {others.length > 0 ? "Voir mes demandes" : "Voir ma demande"}
      </a>
    </>
  );
}
