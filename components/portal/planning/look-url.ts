import { parseDay, type Day } from "@/lib/domain/day";
import type { View } from "./span";

/** What the calendar shows, as its address says it. */
export interface Look {
  readonly view: View;
  /** A day that is in sight; null: where the calendar opens by itself. */
  readonly anchor: Day | null;
}

const viewParam: Readonly<Record<View, string>> = { week: "semaine", month: "mois", year: "annee" };
const views = Object.keys(viewParam) as View[];

/** "?semaine=2026-11-30&vue=mois"; what cannot be read is the week, and where the calendar opens. */
export function lookOf(param: (name: "semaine" | "vue") => string): Look {
  const word = param("vue");
  return {
    view: views.find((view) => viewParam[view] === word) ?? "week",
    anchor: parseDay(param("semaine")),
  };
}

/** The address of the same page at this look: reloaded, or come back to, it shows what it showed. */
export function hrefAt(
  href: string,
  { schoolYearId, view, anchor }: { schoolYearId: number; view: View; anchor: Day },
): string {
  const url = new URL(href);
  url.searchParams.set("annee", String(schoolYearId));
  url.searchParams.set("semaine", anchor);
  if (view === "week") url.searchParams.delete("vue");
  else url.searchParams.set("vue", viewParam[view]);
  return url.href;
}
