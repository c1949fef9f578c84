import { stateOfParam, stateParam } from "@/app/(famille)/demandes/filters";
import { type Query, idParam, textParam } from "@/app/params";
import { parseDay } from "@/lib/domain/day";
import { requestKinds, requestKindWords, type RequestKind } from "@/lib/domain/request-kind";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import {
  queueOrders,
  type QueueFilters,
  type QueueOrder,
} from "@/lib/services/request-kinds/queue-filters";

const TO_DO = "a-traiter";
const ALL = "toutes";
const orderParams: Readonly<Record<QueueOrder, string>> = {
  urgent: "urgentes",
  oldest: "anciennes",
  newest: "recentes",
};
const LATE = "hors";
const NEAR = "proche";
/** Where a message of the family waits for an answer. */
export const WRITTEN_PARAM = "messages";
export const WRITTEN = "sans-reponse";

/** What the URL asks for; what cannot be read counts for nothing. What awaits an answer, by default. */
export function queueFiltersOf(query: Query): QueueFilters {
  const state = queueState(textParam(query, "etat"));
  return {
    state,
    kind: kindOf(textParam(query, "objet")),
    activityId: idParam(textParam(query, "activite")),
    establishmentId: idParam(textParam(query, "etablissement")),
    search: textParam(query, "recherche").slice(0, 100),
    likeness: textParam(query, "ecrit") === NEAR ? "near" : "exact",
    from: parseDay(textParam(query, "du")),
    to: parseDay(textParam(query, "au")),
    lateOnly: textParam(query, "delai") === LATE,
    writtenOnly: textParam(query, WRITTEN_PARAM) === WRITTEN,
    order: orderOf(textParam(query, "tri")) ?? usualOrder(state),
    page: Math.min(idParam(textParam(query, "page")) ?? 1, 1000),
  };
}

const orderOf = (text: string) => queueOrders.find((order) => orderParams[order] === text);

/** What waits by how soon it is needed; what was answered from the latest. */
export const usualOrder = (state: ServiceRequestState | null): QueueOrder =>
  state === "pending" ? "urgent" : "newest";

function kindOf(text: string): RequestKind | null {
  return requestKinds.find((kind) => requestKindWords[kind].param === text) ?? null;
}

function queueState(text: string): ServiceRequestState | null {
  if (text === ALL) return null;
  return stateOfParam(text) ?? "pending";
}

/** A state as the URL of the queue names it. */
export function queueStateParam(state: ServiceRequestState | null): string {
  if (state === null) return ALL;
  return state === "pending" ? TO_DO : stateParam[state];
}

/** The query of a view of the queue; what is usual is left out. */
export function queueQuery(filters: QueueFilters): string {
  const query = new URLSearchParams();
  if (filters.state !== "pending") query.set("etat", queueStateParam(filters.state));
  if (filters.kind !== null) query.set("objet", requestKindWords[filters.kind].param);
  if (filters.activityId !== null) query.set("activite", String(filters.activityId));
  if (filters.establishmentId !== null) query.set("etablissement", String(filters.establishmentId));
  if (filters.search !== "") query.set("recherche", filters.search);
  if (filters.likeness === "near") query.set("ecrit", NEAR);
  if (filters.from) query.set("du", filters.from);
  if (filters.to) query.set("au", filters.to);
  if (filters.lateOnly) query.set("delai", LATE);
  if (filters.writtenOnly) query.set(WRITTEN_PARAM, WRITTEN);
  const order = orderParam(filters);
  if (order !== null) query.set("tri", order);
  if (filters.page > 1) query.set("page", String(filters.page));
  return query.toString();
}

export function queueHref(filters: QueueFilters, change: Partial<QueueFilters> = {}): string {
  const query = queueQuery({ ...filters, page: 1, ...change });
  return query === "" ? "/admin/demandes" : `/admin/demandes?${query}`;
}

/** The order that the form keeps, where it is not the usual one. */
export function orderParam(filters: QueueFilters): string | null {
  return filters.order === usualOrder(filters.state) ? null : orderParams[filters.order];
}

/** How the page of a request is told what an agent has just decided. */
export const outcomeParam = { accept: "acceptees", refuse: "refusees" } as const;

/** The page of a request, opened from a view of the queue: the way back and the next one are that view's. */
export function requestHref(number: number, list: string): string {
  return `/admin/demandes/${number}${list === "" ? "" : `?${list}`}`;
}

/** The same page, told what was decided; `list` is the query of the view. */
export function outcomeHref(
  number: number,
  decision: keyof typeof outcomeParam,
  { count, refused = 0, list }: { count: number; refused?: number; list: string },
): string {
  const query = new URLSearchParams(list);
  query.set(outcomeParam[decision], String(count));
  if (refused > 0) query.set(outcomeParam.refuse, String(refused));
  return requestHref(number, query.toString());
}

/** The note that was just written. */
export const NOTE_PARAM = "note";

/** The same page, where the note was added. */
export function noteHref(number: number, id: number, list: string): string {
  const query = new URLSearchParams(list);
  query.set(NOTE_PARAM, String(id));
  return requestHref(number, query.toString());
}

/** The message that was just written, or that none is needed. */
export const MESSAGE_PARAM = "message";
export const SETTLED = "classe";

/** The same page, where a message was written or settled. */
export function messageHref(number: number, what: string, list: string): string {
  const query = new URLSearchParams(list);
  query.set(MESSAGE_PARAM, what);
  return requestHref(number, query.toString());
}
