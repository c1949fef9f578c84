import {
  entriesByCell,
  type BookingContext,
  type CellKey,
  type CellRef,
} from "@/lib/domain/booking/context";
import { settleConflict, wantCell, type Wishes } from "@/lib/domain/booking/wishes";
import type { Day } from "@/lib/domain/day";
import { formatDay, listInWords } from "@/lib/domain/day-words";
import type { Rhythm } from "@/lib/domain/rhythm";
import type { Look } from "./look-url";
import { clampDay, startDay, wholePeriod, type View } from "./span";

/** The dialog that is open. One at a time. */
export type OpenDialog =
  | { kind: "periodicity"; rhythm: Rhythm | null }
  | { kind: "copyWeek" }
  | { kind: "sibling" }
  | { kind: "weekday"; rowId: string | null }
  | { kind: "late"; cell: CellRef };

/** One gesture that can be undone: the draft as it was before, and what the gesture was. */
interface Step {
  readonly before: Wishes;
  readonly label: string;
}

interface Said {
  readonly text: string;
  readonly turn: number;
  /** The requests that the message speaks of, to lead to them. */
  readonly requests: readonly number[];
}

export interface PlanningState {
  readonly wishes: Wishes;
  readonly history: readonly Step[];
  readonly view: View;
  readonly anchor: Day;
  readonly dialog: OpenDialog | null;
  /** What is announced and shown; `turn` tells two equal messages apart. */
  readonly said: Said;
}

export type PlanningAction =
  | { type: "tick"; cell: CellRef; want: boolean }
  /** A gesture over many cells, worked out by the one who dispatches. */
  | { type: "apply"; wishes: Wishes; label: string; said: string }
  | { type: "undo" }
  | { type: "settle"; keys: readonly CellKey[]; how: "mine" | "theirs" }
  | { type: "restore"; wishes: Wishes; said: string }
  | { type: "look"; view?: View; anchor?: Day }
  | { type: "open"; dialog: OpenDialog }
  | { type: "close" }
  /** The service was asked for cells past their cut-off: what the draft says of them is settled. */
  | { type: "asked"; keys: readonly CellKey[]; numbers: readonly number[]; said: string }
  | { type: "say"; text: string };

/** Undo goes back this many gestures: enough for a session, and the drafts share their cells. */
const MAX_HISTORY = 200;

/** The calendar as it opens: on the day that was asked, within the period, or on the first that may change. */
export function initialState(context: BookingContext, wishes: Wishes, opens: Look): PlanningState {
  return {
    wishes,
    history: [],
    view: opens.view,
    anchor: opens.anchor ? clampDay(opens.anchor, wholePeriod(context)) : startDay(context),
    dialog: null,
    said: { text: "", turn: 0, requests: [] },
  };
}

/** The calendar's reducer for one context. Pure. */
export function planningReducer(context: BookingContext) {
  return (state: PlanningState, action: PlanningAction): PlanningState => {
    switch (action.type) {
      case "tick":
        return tick(context, state, action.cell, action.want);
      case "apply":
        return say({ ...step(state, action.wishes, action.label), dialog: null }, action.said);
      case "undo":
        return undo(state);
      case "settle":
        return settle(context, state, action.keys, action.how);
      case "restore":
        return say({ ...state, wishes: action.wishes, history: [] }, action.said);
      case "look":
        return {
          ...hush(state),
          view: action.view ?? state.view,
          anchor: action.anchor ?? state.anchor,
        };
      case "open":
        return { ...state, dialog: action.dialog };
      case "close":
        return { ...state, dialog: null };
      case "asked":
        return asked(state, action);
      case "say":
        return say(state, action.text);
    }
  };
}

function tick(
  context: BookingContext,
  state: PlanningState,
  cell: CellRef,
  want: boolean,
): PlanningState {
  const { wishes, unticked } = wantCell(context, state.wishes, cell, want);
  if (wishes === state.wishes) return state;
  const next = step(state, wishes, `${want ? "Coché" : "Décoché"}\u00a0: ${nameOf(context, cell)}`);
  if (unticked.length === 0) return hush(next);
  return say(next, untickedSentence(context, cell, unticked));
}

function untickedSentence(
  context: BookingContext,
  cell: CellRef,
  unticked: readonly CellRef[],
): string {
  const labels = unticked.map(({ inscriptionId, unitId }) =>
    unitLabel(context, inscriptionId, unitId),
  );
  const taken = unitLabel(context, cell.inscriptionId, cell.unitId);
  return `${listInWords(labels)} décoché${labels.length > 1 ? "s" : ""}\u00a0: ${taken} occupe déjà ce moment du ${formatDay(cell.day, "long")}.`;
}

function step(state: PlanningState, wishes: Wishes, label: string): PlanningState {
  if (sameWishes(state.wishes, wishes)) return state;
  const history = [...state.history, { before: state.wishes, label }].slice(-MAX_HISTORY);
  return { ...state, wishes, history };
}

function undo(state: PlanningState): PlanningState {
  const last = state.history.at(-1);
  if (!last) return state;
  const back = { ...state, wishes: last.before, history: state.history.slice(0, -1) };
  return say(back, `Défait. ${last.label}`);
}

function settle(
  context: BookingContext,
  state: PlanningState,
  keys: readonly CellKey[],
  how: "mine" | "theirs",
): PlanningState {
  const wishes = keys.reduce((now, key) => settleConflict(context, now, key, how), state.wishes);
  const said =
    how === "mine" ? "Votre choix est gardé." : "L’état actuel est repris, votre choix est retiré.";
  return say(step(state, wishes, "Différence réglée"), said);
}

// A wish on such a cell, seen as it was before, would come back as a conflict with oneself.
function asked(
  state: PlanningState,
  { keys, numbers, said }: { keys: readonly CellKey[]; numbers: readonly number[]; said: string },
): PlanningState {
  const settled: ReadonlySet<string> = new Set(keys);
  const without = (wishes: Wishes): Wishes =>
    Object.fromEntries(Object.entries(wishes).filter(([key]) => !settled.has(key)));
  const history = state.history.map((past) => ({ ...past, before: without(past.before) }));
  const wishes = keys.some((key) => key in state.wishes) ? without(state.wishes) : state.wishes;
  return say({ ...state, wishes, history, dialog: null }, said, numbers);
}

function say(state: PlanningState, text: string, requests: readonly number[] = []): PlanningState {
  return { ...state, said: { text, turn: state.said.turn + 1, requests } };
}

// What was said of an earlier gesture is not left beside a new one.
function hush(state: PlanningState): PlanningState {
  return state.said.text === "" ? state : say(state, "");
}

function nameOf(context: BookingContext, { inscriptionId, unitId, day }: CellRef): string {
  const inscription = context.inscriptions.find(({ id }) => id === inscriptionId);
  const child = context.children.find(({ id }) => id === inscription?.childId);
  return `${unitLabel(context, inscriptionId, unitId)}, ${child?.firstName ?? ""}, ${formatDay(day, "short")}`;
}

function unitLabel(context: BookingContext, inscriptionId: number, unitId: number): string {
  const inscription = context.inscriptions.find(({ id }) => id === inscriptionId);
  return inscription?.units.find(({ id }) => id === unitId)?.label ?? "";
}

/** The same cells, wanted and seen alike. */
export function sameWishes(a: Wishes, b: Wishes): boolean {
  if (a === b) return true;
  const mine = entriesByCell(a);
  if (mine.length !== entriesByCell(b).length) return false;
  return mine.every(([key, wish]) => wish.want === b[key]?.want && wish.seen === b[key]?.seen);
}

/** How many cells differ between two drafts. */
export function changedBetween(a: Wishes, b: Wishes): number {
  const changed = entriesByCell(a).filter(([key, wish]) => wish.want !== b[key]?.want).length;
  const added = entriesByCell(b).filter(([key]) => a[key] === undefined).length;
  return changed + added;
}
