import {
  dayOf,
  weekdayOf,
  type Day,
  type Moment,
  type Period,
  type TimeOfDay,
  type Weekday,
} from "./day";

/* French in tables of our own: Intl's data differ between Node and browsers, and a page drawn on the
   server must read the same once the browser takes over. */

const WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;
const WEEKDAYS_SHORT = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."] as const;
const MONTHS =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const MONTHS_SHORT = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");

/**
 * long "jeudi 3 septembre 2026", medium "jeu. 3 sept. 2026", short "jeu. 3 sept.",
 * numeric "03/09/2026", dayMonth "3 septembre", dateMedium "3 sept. 2026".
 */
export type DayStyle = "long" | "medium" | "short" | "numeric" | "dayMonth" | "dateMedium";

export function formatDay(d: Day, style: DayStyle): string {
  const year = d.slice(0, 4);
  switch (style) {
    case "long":
      return `${weekdayName(weekdayOf(d))} ${dateOfMonth(d)} ${monthWord(d, MONTHS)} ${year}`;
    case "medium":
      return `${formatDay(d, "short")} ${year}`;
    case "short":
      return `${weekdayShort(weekdayOf(d))} ${dateOfMonth(d)} ${monthWord(d, MONTHS_SHORT)}`;
    case "numeric":
      return `${d.slice(8)}/${d.slice(5, 7)}/${year}`;
    case "dayMonth":
      return `${dateOfMonth(d)} ${monthWord(d, MONTHS)}`;
    case "dateMedium":
      return `${dateOfMonth(d)} ${monthWord(d, MONTHS_SHORT)} ${year}`;
  }
}

/** "lundi". */
export function weekdayName(w: Weekday): string {
  return WEEKDAYS[w - 1] ?? "";
}

/** "lun.". */
export function weekdayShort(w: Weekday): string {
  return WEEKDAYS_SHORT[w - 1] ?? "";
}

/** "lundis". */
export function weekdayPlural(w: Weekday): string {
  return `${weekdayName(w)}s`;
}

/** "septembre 2026", of `2026-09` (or of any day in it). */
export function monthName(month: string): string {
  return `${monthWord(month, MONTHS)} ${month.slice(0, 4)}`;
}

/** "23 h 59", "9 h": non-breaking spaces, no minutes on the hour. */
export function formatTime(at: TimeOfDay): string {
  const minutes = at.slice(3);
  return `${Number(at.slice(0, 2))}\u00a0h${minutes === "00" ? "" : `\u00a0${minutes}`}`;
}

/** "jeudi 26 novembre 2026 à 23 h 59". */
export function formatMoment(m: Moment): string {
  return `${formatDay(dayOf(m), "long")} à ${formatTime(m.slice(11))}`;
}

/** "jeu. 26 nov., 23 h 59". */
export function formatMomentShort(m: Moment): string {
  return `${formatDay(dayOf(m), "short")}, ${formatTime(m.slice(11))}`;
}

/** "du 2 sept. 2025 au 2 juil. 2026", "le 2 sept. 2025" for one day. */
export function formatPeriod(period: Period): string {
  const from = formatDay(period.from, "dateMedium");
  return period.from === period.to
    ? `le ${from}`
    : `du ${from} au ${formatDay(period.to, "dateMedium")}`;
}

/** "a, b et c". */
export function listInWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} et ${last}`;
}

/** "1 repas", "70 repas", "0 étude": French takes the singular below two. */
export function plural(n: number, one: string, many: string): string {
  return `${n} ${n < 2 ? one : many}`;
}

/** A text with straight apostrophes as French prints them: "Vacances d’hiver". */
export function typographic(text: string): string {
  return text.replaceAll("'", "’");
}

function dateOfMonth(d: Day): string {
  const date = Number(d.slice(8));
  return date === 1 ? "1er" : String(date);
}

function monthWord(month: string, words: readonly string[]): string {
  return words[Number(month.slice(5, 7)) - 1] ?? "";
}

/** A phrase at the head of its line: "Du 2 déc. 2026 au 30 juin 2027". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
