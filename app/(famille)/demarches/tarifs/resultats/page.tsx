import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { giveTariffResult } from "@/app/(famille)/documents/actions";
import { OneClickForm } from "@/app/(famille)/documents/one-click-form";
import { DemarcheFrame } from "@/components/portal/demarche/frame";
import { Comparison } from "@/components/portal/tariffs/comparison";
import { SimulationResultView } from "@/components/portal/tariffs/simulation-result";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { queryParams, simulationQuery } from "@/lib/domain/tariff/simulation-query";
import { simulationTitle } from "@/lib/domain/tariff/simulation-title";
import { comparisonError, triedFields } from "@/lib/domain/tariff/situation";
import { answerOf } from "@/lib/services/tariffs/family-simulation";
import { tariffs } from "../demarche";
import { readSimulation } from "../read";

type Props = PageProps<"/demarches/tarifs/resultats">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const failed = comparisonError(simulationQuery(await searchParams)["avec-quotient"]) !== null;
  return {
    title: `${failed ? "Erreur\u00a0: é" : "É"}tape 3 sur 3\u00a0: résultats – ${tariffs.title}`,
  };
}

export default async function ResultStep({ searchParams }: Props) {
  const { family } = await requireGuardian();
  const simulation = await readSimulation(await searchParams);
  const { town, query, file, known } = simulation;
  const params = queryParams(query);
  const answer = answerOf(simulation);
  if (!answer) notFound();
  // The fields say what is wrong with them where they stand.
  if (!answer.ok) redirect(tariffs.stepHref("situation", { ...params, calcul: "1" }));
  const result = answer.value;
  return (
    <DemarcheFrame demarche={tariffs} step="resultats" query={params}>
      <div className="grid gap-10 print:block">
        {triedFields(query, known).length === 0 ? null : (
          <div className="no-print">
            <Callout>
              Cette simulation ne part pas seulement de votre dossier&nbsp;: vous avez essayé
              d’autres valeurs. Votre dossier n’a pas changé.
            </Callout>
          </div>
        )}
        <SimulationResultView
          result={result}
          title={simulationTitle(nowMoment(), file.by)}
          keep={
            <OneClickForm
              familyId={family.familyId}
              submit={giveTariffResult}
              fields={{
                simulation: new URLSearchParams(params).toString(),
                idempotencyKey: randomUUID(),
              }}
              label="Télécharger ce résultat"
            />
          }
          actions={
            <ButtonLink href="/" variant="secondary" icon="home" wide>
              Retour à l’accueil
            </ButtonLink>
          }
        />
        <Comparison
          town={town}
          query={query}
          result={result}
          action={tariffs.stepHref("resultats")}
        />
      </div>
    </DemarcheFrame>
  );
}
