import type { ClosingPeriod, CutOffRule, DatedRule, Skip } from "./cut-off";
import { formatDay, formatPeriod, formatTime, plural, weekdayName } from "./day-words";

const SKIP_WORDS: Readonly<Record<Skip, string>> = {
  none: "",
  weekends: " (sans compter les week-ends)",
  sundaysAndHolidays: " (sans compter les dimanches ni les jours fériés)",
  weekendsAndHolidays: " (sans compter les week-ends ni les jours fériés)",
  notSchoolDays: " (en comptant les jours d’école)",
};

/** "au plus tard le jeudi de la semaine précédente, 23 h 59". */
export function describeCutOff(rule: CutOffRule): string {
  if (rule.kind !== "periodDates") return describeDated(rule);
  const at = formatTime(rule.at);
  const periods = rule.periods.map((period) => periodInWords(period, at));
  return [...periods, `autres jours\u00a0: ${describeDated(rule.otherwise)}`].join("\u00a0; ");
}

function periodInWords(period: ClosingPeriod, at: string): string {
  return `${formatPeriod(period)}\u00a0: au plus tard le ${formatDay(period.until, "dateMedium")}, ${at}`;
}

function describeDated(rule: DatedRule): string {
  if (rule.kind === "none") return "jusqu’au jour même";
  if (rule.kind !== "hoursBefore")
    return `au plus tard ${limitInWords(rule)}, ${formatTime(rule.at)}${skipInWords(rule)}`;
  const { hours } = rule;
  if (hours === 0) return "jusqu’au début de l’accueil";
  return `au plus tard ${plural(hours, "heure", "heures")} avant le début de l’accueil`;
}

type LimitedRule = Exclude<DatedRule, { kind: "none" | "hoursBefore" }>;

function skipInWords(rule: LimitedRule): string {
  return rule.kind === "daysBefore" && rule.days > 0 ? SKIP_WORDS[rule.skip] : "";
}

function limitInWords(rule: LimitedRule): string {
  switch (rule.kind) {
    case "daysBefore":
      if (rule.days === 0) return "le jour même";
      if (rule.days > 1) return `${rule.days} jours avant`;
      return rule.skip === "none" ? "la veille" : "un jour avant";
    case "weekdayBefore":
      return `le ${weekdayName(rule.weekday)} qui précède`;
    case "schoolWeekdayBefore":
      return `le dernier ${weekdayName(rule.weekday)} d’école qui précède`;
    case "weekdayOfWeekBefore":
      return `le ${weekdayName(rule.weekday)} ${rule.weeks === 1 ? "de la semaine précédente" : "deux semaines avant"}`;
    case "dayOfPreviousMonth":
      if (rule.dayOfMonth === 31) return "le dernier jour du mois précédent";
      return `le ${rule.dayOfMonth === 1 ? "1er" : rule.dayOfMonth} du mois précédent`;
  }
}
