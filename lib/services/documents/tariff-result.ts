import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import type { Day } from "@/lib/domain/day";
import { listInWords } from "@/lib/domain/day-words";
import type { DocumentContent } from "@/lib/domain/issued-document";
import { indicative, priceTableOf, situationWords } from "@/lib/domain/tariff/simulation-document";
import { simulationHeader, type SimulationQuery } from "@/lib/domain/tariff/simulation-query";
import { triedFields } from "@/lib/domain/tariff/situation";
import { answerOf, readFamilySimulation } from "@/lib/services/tariffs/family-simulation";
import { readNamedChild } from "./child";
import { issuer } from "./issuer";

/** A result in words, and whom it is about; null in a family without children. */
export interface TariffResult {
  readonly childId: number | null;
  readonly content: DocumentContent;
}

/**
 * What the tariffs give for this family, worked out again from what it asked: a document says prices of
 * the server's own. Where values were tried, it says which. Null for wrong ids and unfinished answers.
 */
export async function tariffResultContent(
  family: AuthorizedFamily,
  query: SimulationQuery,
  today: Day,
): Promise<TariffResult | null> {
  const simulation = await readFamilySimulation(family, query, today);
  if (!simulation) return null;
  const answer = answerOf(simulation);
  if (!answer?.ok) return null;
  const { file, known } = simulation;
  const childId = simulation.child?.childId ?? null;
  const child = childId === null ? null : await readNamedChild(prisma, family, childId);
  const { name } = await prisma.family.findUniqueOrThrow({ where: { id: family.familyId } });
  const tried = triedFields(query, known).map((field) => situationWords[field]);
  const content: DocumentContent = {
    title: tried.length > 0 ? `${title}, avec des valeurs essayées` : title,
    issuer: issuer(),
    statement:
      tried.length > 0
        ? `Simulation avec des valeurs essayées\u00a0: ${listInWords(tried)}. ${tried.length > 1 ? "Elles ne viennent" : "Cette valeur ne vient"} pas du dossier de la famille ${name}.`
        : `Voici les tarifs de la famille ${name}, d’après son dossier tel qu’il est à la date de ce document.`,
    facts: [
      ...(child ? [["Enfant", child.name] as const] : []),
      ["Demandeur", file.by],
      ...simulationHeader(answer.value),
    ],
    table: priceTableOf(answer.value.activities),
    remarks: [indicative],
  };
  return { childId, content };
}

const title = "Résultat de la simulation des tarifs";
