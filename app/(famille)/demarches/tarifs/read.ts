import { notFound } from "next/navigation";
import { authorizeFamily, currentActor, requireGuardian, type AuthorizedFamily } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import {
  simulationAnswer,
  simulationChoice,
  simulationQuery,
  type SimulationAnswer,
  type SimulationChoice,
  type SimulationQuery,
  type SimulationResult,
} from "@/lib/domain/tariff/simulation-query";
import type { SimulatedTown } from "@/lib/domain/tariff/simulation";
import { typedSituation, type TypedSituation } from "@/lib/domain/tariff/situation";
import { readFamilySituation, type FamilySituation } from "@/lib/services/tariffs/family-situation";
import { readSimulatedTown } from "@/lib/services/tariffs/read-simulation";

type Params = Record<string, string | string[] | undefined>;

/** What each step of the simulation is drawn from. */
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

/** For the steps: signed out leads to the sign-in, a wrong id is "introuvable". */
export async function readSimulation(params: Params): Promise<FamilySimulation> {
  const { family } = await requireGuardian();
  return (await simulationOf(family, params)) ?? notFound();
}

/** For the file to download: null for whoever is signed out, for wrong ids and unfinished answers. */
export async function readResult(
  params: Params,
): Promise<{ result: SimulationResult; by: string } | null> {
  const actor = await currentActor();
  const family = authorizeFamily(actor, actor?.familyId ?? null);
  const simulation = family && (await simulationOf(family, params));
  if (!simulation) return null;
  const answer = answerOf(simulation);
  return answer?.ok ? { result: answer.value, by: simulation.file.by } : null;
}

/** Null for a wrong id. */
export function answerOf({ town, choice, query }: FamilySimulation): SimulationAnswer | null {
  return simulationAnswer(town, choice, query);
}

async function simulationOf(
  family: AuthorizedFamily,
  params: Params,
): Promise<FamilySimulation | null> {
  const today = dayOf(nowMoment());
  const query = simulationQuery(params);
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
