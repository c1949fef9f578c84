import { addMonths, type Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";

/** What is set in a town, counted: what its opening depends on. */
export interface TownState {
  readonly today: Day;
  /** Whether somebody has saved the town's name and how it is reached. */
  readonly hasIdentity: boolean;
  /** The last school day of the latest year that is known; null: none is. */
  readonly lastSchoolDay: Day | null;
  readonly departments: number;
  readonly establishments: number;
  readonly activities: number;
  /** Labels of activities that nobody can book: no unit is offered to families. */
  readonly withoutUnit: readonly string[];
  /** Groups that have not ended. */
  readonly groups: number;
  /** Those that open on no day: activity, establishment, the group's own name. */
  readonly withoutOpening: readonly string[];
  readonly categories: number;
  /** Labels of activities of which a unit has no price in the version in force. */
  readonly withoutPrice: readonly string[];
  /** Whether a version is in force today, or will be. */
  readonly hasTariff: boolean;
  /** The day on which the last published version ends; null: none does. */
  readonly tariffEnds: Day | null;
  readonly families: number;
  /** Children who pay by no category yet. */
  readonly withoutCategory: number;
  /** E-mails that were given up. */
  readonly failedEmails: number;
}

/** One line of "Ouvrir le portail": what is set, what misses, and what will. */
export interface TownCheck {
  readonly id: string;
  readonly title: string;
  readonly state: "done" | "missing" | "soon";
  readonly sentence: string;
  /** The page on which it is set; null where none is. */
  readonly href: string | null;
}

/** A year that ends within so many months asks for the next one. */
const MONTHS_AHEAD = 4;

/** What a town needs before families can book, in the order in which one thing needs the other. */
export function townChecks(town: TownState): TownCheck[] {
  return [
    identityCheck(town),
    calendarCheck(town),
    counted("departments", "Services municipaux", "/admin/reglages/services", {
      count: town.departments,
      some: plural(town.departments, "service répond", "services répondent"),
      none: "Aucun service ne répond encore aux familles.",
    }),
    counted("establishments", "Établissements", "/admin/reglages/etablissements", {
      count: town.establishments,
      some: plural(town.establishments, "établissement", "établissements"),
      none: "Aucune école et aucun centre n’est connu.",
    }),
    activitiesCheck(town),
    groupsCheck(town),
    counted("categories", "Catégories de tarif", "/admin/tarifs/categories", {
      count: town.categories,
      some: plural(town.categories, "catégorie", "catégories"),
      none: "Sans catégorie, aucun enfant n’a de prix.",
    }),
    tariffCheck(town),
    familiesCheck(town),
    emailsCheck(town),
  ];
}

function counted(
  id: string,
  title: string,
  href: string,
  { count, some, none }: { count: number; some: string; none: string },
): TownCheck {
  return count > 0
    ? { id, title, href, state: "done", sentence: `${some}.` }
    : { id, title, href, state: "missing", sentence: none };
}

function identityCheck({ hasIdentity }: TownState): TownCheck {
  const its = { id: "identity", title: "Nom et coordonnées", href: "/admin/reglages/identite" };
  return hasIdentity
    ? { ...its, state: "done", sentence: "Le nom et les coordonnées sont enregistrés." }
    : {
        ...its,
        state: "missing",
        sentence: "Personne n’a encore vérifié le nom du portail et les coordonnées du service.",
      };
}

function calendarCheck({ lastSchoolDay, today }: TownState): TownCheck {
  const its = { id: "calendar", title: "Calendrier scolaire", href: "/admin/reglages/annees" };
  if (lastSchoolDay === null || lastSchoolDay < today)
    return { ...its, state: "missing", sentence: "Aucune année scolaire en cours ou à venir." };
  const until = `connu jusqu’au ${formatDay(lastSchoolDay, "dateMedium")}`;
  return lastSchoolDay < addMonths(today, MONTHS_AHEAD)
    ? {
        ...its,
        state: "soon",
        sentence: `Le calendrier est ${until}\u00a0: ajoutez l’année suivante.`,
      }
    : { ...its, state: "done", sentence: `Le calendrier est ${until}.` };
}

function activitiesCheck({ activities, withoutUnit }: TownState): TownCheck {
  const its = counted("activities", "Activités", "/admin/reglages/activites", {
    count: activities,
    some: plural(activities, "activité", "activités"),
    none: "Aucune activité\u00a0: les familles n’ont rien à réserver.",
  });
  if (withoutUnit.length === 0) return its;
  return {
    ...its,
    state: "missing",
    sentence: `Rien à réserver dans\u00a0: ${listed(withoutUnit)}.`,
  };
}

function groupsCheck({ groups, withoutOpening }: TownState): TownCheck {
  const its = counted("groups", "Groupes et ouvertures", "/admin/reglages/groupes", {
    count: groups,
    some: plural(groups, "groupe accueille des enfants", "groupes accueillent des enfants"),
    none: "Aucun groupe n’accueille d’enfants cette année ou la suivante.",
  });
  if (withoutOpening.length === 0) return its;
  return {
    ...its,
    state: "missing",
    sentence: `${withoutOpening.length === 1 ? "N’ouvre" : "N’ouvrent"} aucun jour\u00a0: ${listed(withoutOpening, "\u00a0; ")}.`,
  };
}

function tariffCheck({ hasTariff, withoutPrice, tariffEnds }: TownState): TownCheck {
  const its = { id: "tariff", title: "Tarifs", href: "/admin/tarifs" };
  if (!hasTariff)
    return {
      ...its,
      state: "missing",
      sentence: "Aucun tarif n’est publié\u00a0: les familles réservent sans prix.",
    };
  if (withoutPrice.length > 0)
    return { ...its, state: "missing", sentence: `Sans prix\u00a0: ${listed(withoutPrice)}.` };
  return tariffEnds === null
    ? { ...its, state: "done", sentence: "Un tarif est en vigueur." }
    : {
        ...its,
        state: "soon",
        sentence: `Le dernier tarif publié finit le ${formatDay(tariffEnds, "dateMedium")}\u00a0: préparez le suivant.`,
      };
}

function familiesCheck({ families, withoutCategory }: TownState): TownCheck {
  const its = counted("families", "Familles", "/admin/familles", {
    count: families,
    some: plural(families, "famille", "familles"),
    none: "Aucun dossier de famille n’est ouvert.",
  });
  if (withoutCategory === 0) return its;
  return {
    ...its,
    state: "soon",
    sentence: `${plural(withoutCategory, "enfant n’a", "enfants n’ont")} pas de catégorie de tarif, donc pas de prix.`,
  };
}

function emailsCheck({ failedEmails }: TownState): TownCheck {
  const its = { id: "emails", title: "Courriels", href: null };
  return failedEmails === 0
    ? { ...its, state: "done", sentence: "Tous les courriels sont partis." }
    : {
        ...its,
        state: "missing",
        sentence: `${plural(failedEmails, "courriel n’est", "courriels ne sont")} pas partis malgré plusieurs essais.`,
      };
}

/** The first ones by name: a list of forty helps nobody. */
function listed(names: readonly string[], between = ", "): string {
  const shown = names.slice(0, 4).join(between);
  const others = names.length - 4;
  return others > 0 ? `${shown} et ${plural(others, "autre", "autres")}` : shown;
}
