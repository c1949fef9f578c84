import { type Query, textParam } from "@/app/params";
import { parseDay } from "@/lib/domain/day";
import type { JournalKind } from "@/lib/domain/journal-event";
import { isJournalKind, journalGroups } from "@/lib/domain/journal-words";
import type { JournalFilters } from "@/lib/services/journal/journal-filters";

/** What the address of the journal asks for. */
export interface JournalView extends JournalFilters {
  /** The kinds, as the address says them: a group or one kind; "": every one. */
  readonly what: string;
  /** The event before which the page begins. */
  readonly before: string | null;
  /** What could not be read, and counts for nothing. */
  readonly ignored: readonly IgnoredParam[];
}

export type IgnoredParam = "quoi" | "du" | "au" | "avant";

/** What the URL asks for; what cannot be read counts for nothing, and is named. */
export function journalViewOf(query: Query): JournalView {
  // As the journal itself can keep it.
  const text = (name: string) =>
    textParam(query, name).replaceAll("\0", "").slice(0, 100).toWellFormed();
  const what = text("quoi");
  const kinds = kindsOf(what);
  const from = parseDay(text("du"));
  const to = parseDay(text("au"));
  const before = beforeParam(text("avant"));
  const wrong: Readonly<Record<IgnoredParam, boolean>> = {
    quoi: what !== "" && kinds === null,
    du: text("du") !== "" && from === null,
    au: text("au") !== "" && to === null,
    avant: text("avant") !== "" && before === null,
  };
  return {
    who: text("qui"),
    family: text("famille"),
    what: kinds === null ? "" : what,
    kinds: kinds ?? "every",
    from,
    to,
    before,
    ignored: (["quoi", "du", "au", "avant"] as const).filter((name) => wrong[name]),
  };
}

/** Null where neither a group nor a kind is called so. */
function kindsOf(what: string): readonly JournalKind[] | null {
  if (isJournalKind(what)) return [what];
  return journalGroups.find(({ param }) => param === what)?.kinds ?? null;
}

/** The number of an event: up to 18 digits, which the database's numbers hold. */
const beforeParam = (text: string) => (/^[1-9]\d{0,17}$/.test(text) ? text : null);

function queryOf({ who, what, family, from, to }: JournalView): URLSearchParams {
  const given = { qui: who, quoi: what, famille: family, du: from ?? "", au: to ?? "" };
  return new URLSearchParams(Object.entries(given).filter(([, text]) => text !== ""));
}

/** The journal with these filters, from the last event or from before one. */
export function journalHref(view: JournalView, before: string | null = null): string {
  const query = queryOf(view);
  if (before !== null) query.set("avant", before);
  return query.size === 0 ? "/admin/journal" : `/admin/journal?${query.toString()}`;
}

/** The file of everything that these filters ask for. */
export function journalFileHref(view: JournalView): string {
  const query = queryOf(view);
  return query.size === 0 ? "/admin/journal/fichier" : `/admin/journal/fichier?${query.toString()}`;
}
