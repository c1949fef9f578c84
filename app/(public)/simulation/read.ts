import type { Query } from "@/app/params";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import {
  simulationAnswer,
  simulationChoice,
  simulationQuery,
  type SimulationAnswer,
  type SimulationChoice,
  type SimulationQuery,
} from "@/lib/domain/tariff/simulation-query";
import type { SimulatedTown } from "@/lib/domain/tariff/simulation";
import { readSimulatedTown } from "@/lib/services/tariffs/read-simulation";

export interface PublicSimulation {
  readonly town: SimulatedTown;
  readonly query: SimulationQuery;
  readonly choice: SimulationChoice;
  /** Null until the form is sent. */
  readonly answer: SimulationAnswer | null;
}

/** What anybody may simulate; null for wrong ids. */
export async function readPublicSimulation(params: Query): Promise<PublicSimulation | null> {
  const query = simulationQuery(params);
  const town = await readSimulatedTown();
  const choice = simulationChoice(town, query, dayOf(nowMoment()));
  if (!choice) return null;
  if (query.calcul === "") return { town, query, choice, answer: null };
  const answer = simulationAnswer(town, choice, query);
  return answer && { town, query, choice, answer };
}
