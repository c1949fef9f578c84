import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Day } from "@/lib/domain/day";
import type { SimulatedTown } from "@/lib/domain/tariff/simulation";
import {
  simulationAnswer,
  simulationChoice,
  type SimulationAnswer,
  type SimulationChoice,
  type SimulationQuery,
} from "@/lib/domain/tariff/simulation-query";
import { typedSituation, type TypedSituation } from "@/lib/domain/tariff/situation";
import { readFamilySituation, type FamilySituation } from "./family-situation";
import { readSimulatedTown } from "./read-simulation";

/** What each step of a family's simulation is drawn from. */
export interface FamilySimulation {
  readonly town: SimulatedTown;
  readonly query: SimulationQuery;
  readonly choice: SimulationChoice;
  readonly file: FamilySituation;
  /** For whom it is; undefined in a family without children. */
  readonly child: FamilySituation["children"][number] | undefined;
  /** What the file says of that child and its family. */
  readonly known: TypedSituation;
}

/** What the family asks, with what its own file says; null for a wrong id. Two statements. */
export async function readFamilySimulation(
  family: AuthorizedFamily,
  query: SimulationQuery,
  today: Day,
): Promise<FamilySimulation | null> {
  const [town, file] = await Promise.all([readSimulatedTown(), readFamilySituation(family, today)]);
  const choice = simulationChoice(town, query, today);
  const child =
    query.enfant === ""
      ? file.children[0]
      : file.children.find(({ childId }) => String(childId) === query.enfant);
  if (!choice || (query.enfant !== "" && !child)) return null;
  const known = typedSituation({
    categoryId: child?.categoryId ?? null,
    quotientFamilial: file.quotient?.quotientFamilial ?? null,
    dependentChildren: file.quotient?.dependentChildren ?? file.children.length,
    parts: file.quotient?.parts ?? null,
    rank: child?.rank ?? 1,
    residence: file.quotient?.residence ?? null,
  });
  return { town, query, choice, file, child, known };
}

/** Null for a wrong id. */
export function answerOf({ town, choice, query }: FamilySimulation): SimulationAnswer | null {
  return simulationAnswer(town, choice, query);
}
