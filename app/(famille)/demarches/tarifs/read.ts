import { notFound } from "next/navigation";
import type { Query } from "@/app/params";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { simulationQuery } from "@/lib/domain/tariff/simulation-query";
import {
  readFamilySimulation,
  type FamilySimulation,
} from "@/lib/services/tariffs/family-simulation";

/** For the steps: signed out leads to the sign-in, a wrong id is "introuvable". */
export async function readSimulation(params: Query): Promise<FamilySimulation> {
  const { family } = await requireGuardian();
  const query = simulationQuery(params);
  return (await readFamilySimulation(family, query, dayOf(nowMoment()))) ?? notFound();
}
