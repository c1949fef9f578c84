import { type Query, idParam, textParam } from "@/app/params";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import type { RequestFilters } from "@/lib/services/request-kinds/list";

/** States as the URL names them, in French. */
export const stateParam: Readonly<Record<ServiceRequestState, string>> = {
  pending: "en-cours",
  accepted: "acceptees",
  partlyAccepted: "en-partie",
  refused: "refusees",
  withdrawn: "retirees",
  dropped: "sans-suite",
};

export function stateOfParam(text: string): ServiceRequestState | null {
  const found = Object.entries(stateParam).find(([, param]) => param === text);
  return found ? (found[0] as ServiceRequestState) : null;
}

/** What the URL asks for; anything that cannot be read counts for nothing. */
export function filtersOf(query: Query): RequestFilters {
  return {
    state: stateOfParam(textParam(query, "etat")),
    childId: idParam(textParam(query, "enfant")),
    page: idParam(textParam(query, "page")) ?? 1,
  };
}

/** The URL of a page of the same list. */
export function listHref(filters: RequestFilters, page: number): string {
  const query = new URLSearchParams();
  if (filters.state) query.set("etat", stateParam[filters.state]);
  if (filters.childId !== null) query.set("enfant", String(filters.childId));
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/demandes?${query}` : "/demandes";
}
