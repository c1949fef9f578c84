import type { CellStatus, CellView, Lock } from "@/lib/domain/booking/cell";
import { type CellBase } from "@/lib/domain/booking/context";
import { comes } from "@/lib/domain/booking/standing";
import type { ChangeRefusal, ImpossibleChange } from "@/lib/domain/booking/plan";
import type { Day } from "@/lib/domain/day";
import { spokenCents, type Cents } from "@/lib/domain/money";
import { amountOf, lateAmountOf, type PriceTable } from "@/lib/domain/tariff/price-table";
import { formatDay, formatMoment, formatMomentShort, plural } from "@/lib/domain/day-words";
import type { PlanningRow } from "./rows";

export const statusWord: Record<CellStatus, string> = {
  free: "libre",
  reserved: "réservé",
  pending: "en attente d’instruction",
  added: "ajouté",
  removed: "retiré",
  removalPending: "retrait demandé",
  late: "hors délai",
  closed: "fermé",
  past: "passé",
  elsewhere: "réservé par l’autre foyer",
  full: "complet",
};

/** What the legend adds to the word. */
export const statusMeaning: Record<CellStatus, string> = {
  free: "vous pouvez réserver",
  reserved: "votre enfant est attendu",
  pending: "le service va répondre",
  added: "modification faite ici, pas encore envoyée",
  removed: "modification faite ici, pas encore envoyée",
  removalPending: "le service va répondre",
  late: "le délai est passé, la case dit ce qui reste possible",
  closed: "vacances, jour férié ou fermeture",
  past: "ce jour ne change plus",
  elsewhere: "l’autre foyer de l’enfant a réservé",
  full: "il n’y a plus de place ce jour",
};

/** Shorter, where a column is narrow; the accessible name keeps the whole word. */
export const shortWord: Record<CellStatus, string> = {
  ...statusWord,
  pending: "en attente",
  removalPending: "retrait dem.",
  elsewhere: "autre foyer",
};

export const baseWord: Record<CellBase, string> = {
  free: "libre",
  reserved: "réservé",
  pending: "en attente d’instruction",
  removalPending: "retrait demandé",
  elsewhere: "réservé par l’autre foyer",
};

/** A tap changes something: the cell is open, or takes back a wish that came too late. */
export function mayTap(view: CellView): boolean {
  return view.lock === null || view.wanted !== comes(view.base);
}

/** The cut-off has passed, and the service may still be asked. */
export function mayAsk(lock: Lock | null): boolean {
  return lock?.why === "late" && lock.asking === null;
}

/** "réservé", "réservé, hors délai, demande possible", "fermé, Armistice 1918". */
export function stateWords(view: CellView): string {
  const word = statusWord[view.status];
  const why = lockWord(view.lock);
  if (why === null) return word;
  return why.startsWith(word) ? why : `${word}, ${why}`;
}

function lockWord(lock: Lock | null): string | null {
  if (lock === null) return null;
  switch (lock.why) {
    case "past":
      return "passé";
    case "closed":
      return lock.reason;
    case "late":
      return mayAsk(lock) ? "hors délai, demande possible" : "hors délai";
    case "elsewhere":
      return statusWord.elsewhere;
    case "full":
      return statusWord.full;
    case "readOnly":
      return "consultation seule";
    case "overlap":
      return `${lock.unitLabel} est déjà réservé`;
  }
}

/** "Restauration Scolaire, Repas, Léo, jeudi 3 septembre 2026, réservé, 2,08 euros". */
export function cellName(row: PlanningRow, d: Day, view: CellView, amount: Cents | null): string {
  const words = `${row.name}, ${row.child.firstName}, ${formatDay(d, "long")}, ${stateWords(view)}`;
  return amount === null ? words : `${words}, ${spokenCents(amount)}`;
}

/** What stands in the cell: what it costs, or would. Null where it costs this family nothing. */
export function cellAmount(prices: PriceTable, row: PlanningRow, d: Day, view: CellView) {
  const { status } = view;
  if (status === "closed" || status === "elsewhere" || status === "full") return null;
  const cell = { inscriptionId: row.inscription.id, unitId: row.unit.id, day: d };
  if (view.base === "free" && (status === "past" || status === "late"))
    return mayAsk(view.lock) ? lateAmountOf(prices, cell) : null;
  return amountOf(prices, cell, view.key);
}

/** "Modifiable jusqu’au jeudi 26 novembre 2026 à 23 h 59", or why it is not; null when nothing limits. */
export function cellDetail(view: CellView): string | null {
  if (view.lock?.why === "late") return `Hors délai depuis le ${formatMoment(view.lock.since)}`;
  return view.closesAt === null ? null : `Modifiable jusqu’au ${formatMoment(view.closesAt)}`;
}

/** The same in a small line: "jusqu’au jeu. 26 nov., 23 h 59". */
export function shortDetail(view: CellView): string | null {
  if (view.lock?.why === "late") return `depuis le ${formatMomentShort(view.lock.since)}`;
  return view.closesAt === null ? null : `jusqu’au ${formatMomentShort(view.closesAt)}`;
}

/** What is said when somebody taps a cell that stays as it is. */
export function lockSentence(row: PlanningRow, view: CellView): string {
  const lock = view.lock;
  switch (lock?.why) {
    case "late":
      if (lock.asking?.why === "waiting")
        return "Le service n’a pas encore répondu. Pour changer d’avis, retirez votre demande dans « Mes demandes ».";
      if (lock.asking?.why === "overlap")
        return `Hors délai\u00a0: ${lock.asking.detail} est déjà réservé à ce moment de la journée.`;
      if (lock.asking?.why === "full")
        return "Hors délai, et complet\u00a0: il n’y a plus de place ce jour.";
      return `Hors délai : ${lock.change === "add" ? "la réservation" : "l’annulation"} était possible jusqu’au ${formatMoment(lock.since)}. Écrivez à ${row.inscription.departmentEmail}.`;
    case "closed":
      return `Fermé : ${lock.reason}.`;
    case "past":
      return "Ce jour est passé.";
    case "elsewhere":
      return "L’autre foyer de l’enfant a réservé ce jour.";
    case "full":
      return `Complet : il n’y a plus de place ce jour. Pour une situation particulière, écrivez à ${row.inscription.departmentEmail}.`;
    case "readOnly":
      return "Vous pouvez consulter ces réservations, pas les modifier.";
    case "overlap":
      return `${lock.unitLabel} est déjà réservé ce jour et ne peut plus être rendu.`;
    case undefined:
      return "";
  }
}

const refusalWords: Record<ChangeRefusal, string> = {
  unknownInscription: "l’inscription n’existe plus",
  unknownUnit: "cette réservation n’est pas proposée",
  outsideInscription: "en dehors des dates de l’inscription",
  notOpened: "jour jamais ouvert",
  closed: "fermé",
  past: "jour passé",
  cutOffPassed: "hors délai",
  overlap: "déjà pris par une autre réservation du même jour",
  heldElsewhere: "réservé par l’autre foyer",
  readOnly: "consultation seule",
  full: "complet",
  changedSince: "changé entre-temps",
};

export interface RefusalGroup {
  readonly words: string;
  readonly days: readonly Day[];
}

/** What could not be done, by reason: "fermé : Vacances de Noël" with its days. Most frequent first. */
export function refusalGroups(impossible: readonly ImpossibleChange[]): RefusalGroup[] {
  const groups = new Map<string, Day[]>();
  for (const { why, detail, cell } of impossible) {
    const words = detail ? `${refusalWords[why]}\u00a0: ${detail}` : refusalWords[why];
    const days = groups.get(words) ?? [];
    days.push(cell.day);
    groups.set(words, days);
  }
  return [...groups]
    .map(([words, days]) => ({ words, days }))
    .sort((a, b) => b.days.length - a.days.length);
}

export function countChanges(n: number): string {
  return n === 0 ? "Aucune modification" : plural(n, "modification", "modifications");
}
