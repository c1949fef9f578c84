import type { Day } from "@/lib/domain/day";
import { residenceLabel } from "@/lib/domain/tariff/reduction";
import {
  compareSimulations,
  simulate,
  type ComparedActivity,
  type SimulatedActivity,
  type SimulatedDepartment,
  type SimulatedTown,
} from "@/lib/domain/tariff/simulation";
import {
  formatParts,
  readQuotient,
  contradictionOf,
  readSituation,
  type Situation,
  type SituationErrors,
} from "@/lib/domain/tariff/situation";
import { formatHundredths } from "@/lib/domain/money";
import { versionOn, type TariffCategory, type TariffVersion } from "@/lib/domain/tariff/version";

/** What a simulation's address says, by the names of its fields: the whole simulation is its address. */
const names = [
  "service",
  "version",
  "enfant",
  "categorie",
  "quotient",
  "enfants",
  "parts",
  "rang",
  "residence",
  // "1" once the situation was sent: from then on what is missing is an error.
  "calcul",
  "avec-version",
  "avec-quotient",
] as const;

export type SimulationQuery = Readonly<Record<(typeof names)[number], string>>;

/** The fields of an address, as they were typed; what is absent is an empty text. */
export function simulationQuery(
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
): SimulationQuery {
  const read = (name: string) => {
    const value = params[name];
    return (typeof value === "string" ? value : (value?.[0] ?? "")).trim();
  };
  return Object.fromEntries(names.map((name) => [name, read(name)])) as SimulationQuery;
}

/** The parameters that say something, but for those left out. */
export function queryParams(
  query: SimulationQuery,
  without: readonly (keyof SimulationQuery)[] = [],
): Record<string, string> {
  return Object.fromEntries(
    names
      .filter((name) => query[name] !== "" && !without.includes(name))
      .map((name) => [name, query[name]]),
  );
}

/** Where a simulation is made: one department and one version, chosen or by default. */
export interface SimulationChoice {
  readonly department: SimulatedDepartment;
  readonly version: TariffVersion;
}

/** The version in force on the day, or else the latest, until somebody chooses; null for wrong ids. */
export function simulationChoice(
  town: SimulatedTown,
  query: SimulationQuery,
  today: Day,
): SimulationChoice | null {
  const department =
    query.service === "" ? town.departments[0] : byId(town.departments, query.service);
  const inForce = versionOn(town.versions, today);
  const usual = inForce.ok ? inForce.value : town.versions.at(-1);
  const version = query.version === "" ? usual : byId(town.versions, query.version);
  return department && version ? { department, version } : null;
}

function byId<R extends { readonly id: number }>(rows: readonly R[], id: string): R | undefined {
  return rows.find((row) => String(row.id) === id);
}

/** A comparison asked for: what was wrong with it, or the rows. Neither: nothing was asked. */
export interface Comparison {
  readonly error: string | null;
  readonly with: { readonly version: TariffVersion; readonly quotientFamilial: number | null };
  readonly activities: readonly ComparedActivity[];
}

export interface SimulationResult extends SimulationChoice {
  readonly situation: Situation;
  readonly category: TariffCategory;
  readonly activities: readonly SimulatedActivity[];
  readonly comparison: Comparison | null;
}

/** What the situation's fields give: a result, or what is wrong with them. Null: an id that is wrong. */
export type SimulationAnswer =
  | { readonly ok: true; readonly value: SimulationResult }
  | { readonly ok: false; readonly errors: SituationErrors };

export function simulationAnswer(
  town: SimulatedTown,
  choice: SimulationChoice,
  query: SimulationQuery,
): SimulationAnswer | null {
  const situation = readSituation(query);
  if (!situation.ok) return situation;
  const category = town.categories.find(({ id }) => id === situation.value.categoryId);
  if (!category) return null;
  const contradiction = contradictionOf(category, situation.value);
  if (contradiction) return { ok: false, errors: contradiction };
  const activities = activitiesOf(town, choice, situation.value);
  const result = { ...choice, situation: situation.value, category, activities };
  const comparison = comparisonOf(town, result, query);
  return comparison === undefined ? null : { ok: true, value: { ...result, comparison } };
}

const activitiesOf = (
  town: SimulatedTown,
  { version, department }: SimulationChoice,
  situation: Situation,
) => simulate(town, { version, departmentId: department.id }, situation);

/** Undefined for a version that does not exist. */
function comparisonOf(
  town: SimulatedTown,
  result: Omit<SimulationResult, "comparison">,
  query: SimulationQuery,
): Comparison | null | undefined {
  const [otherVersion, typed] = [query["avec-version"], query["avec-quotient"]];
  if (otherVersion === "" && typed === "") return null;
  const version = otherVersion === "" ? result.version : byId(town.versions, otherVersion);
  if (!version) return undefined;
  const quotient =
    typed === "" ? { value: result.situation.quotientFamilial } : readQuotient(typed);
  if ("error" in quotient) {
    const { quotientFamilial } = result.situation;
    return { error: quotient.error, with: { version, quotientFamilial }, activities: [] };
  }
  const situation = { ...result.situation, quotientFamilial: quotient.value };
  return {
    error: null,
    with: { version, quotientFamilial: quotient.value },
    activities: compareSimulations(
      result.activities,
      activitiesOf(town, { ...result, version }, situation),
    ),
  };
}

/** "0,17"; "non connu". */
export function formatQuotient(quotientFamilial: number | null): string {
  return quotientFamilial === null ? "non connu" : formatHundredths(quotientFamilial);
}

/** The header line of a result: what it was worked out from, by name. */
export function simulationHeader({
  department,
  version,
  category,
  situation,
}: SimulationResult): (readonly [name: string, value: string])[] {
  const { quotientFamilial, dependentChildren, parts, rank, residence } = situation;
  return [
    ["Service concerné", department.name],
    ["Date de calcul", version.name],
    ["Tarification", residenceLabel[residence]],
    ["Quotient familial", formatQuotient(quotientFamilial)],
    ["Catégorie de la personne", category.label],
    ["Nombre d’enfants à charge", String(dependentChildren)],
    ...(parts === null ? [] : [["Nombre de parts", formatParts(parts)] as const]),
    ...(rank === 1 ? [] : [["Rang de l’enfant", String(rank)] as const]),
  ];
}
