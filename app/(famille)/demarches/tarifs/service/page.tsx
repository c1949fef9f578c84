import type { Metadata } from "next";
import { DemarcheFrame } from "@/components/portal/demarche/frame";
import { CancelSimulation } from "@/components/portal/tariffs/cancel-simulation";
import { ChoiceFields } from "@/components/portal/tariffs/choice-fields";
import { HiddenFields } from "@/components/portal/tariffs/hidden-fields";
import { KeptForm } from "@/components/portal/tariffs/kept-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { queryParams } from "@/lib/domain/tariff/simulation-query";
import { tariffs } from "../demarche";
import { readSimulation } from "../read";

export const metadata: Metadata = {
  title: `Étape 1 sur 3\u00a0: service et tarif – ${tariffs.title}`,
};

export default async function ServiceStep({
  searchParams,
}: PageProps<"/demarches/tarifs/service">) {
  const { town, query, choice } = await readSimulation(await searchParams);
  return (
    <DemarcheFrame demarche={tariffs} step="service" cancel={<CancelSimulation />}>
      <KeptForm action={tariffs.stepHref("situation")} className="grid gap-5">
        <Callout>
          La simulation calcule en quelques étapes les tarifs de votre famille, selon vos ressources
          et votre situation.
        </Callout>
        <HiddenFields values={queryParams(query, ["service", "version"])} />
        <ChoiceFields town={town} choice={choice} />
        <p>
          <Button type="submit" iconEnd="arrow-right" wide>
            Étape suivante
          </Button>
        </p>
      </KeptForm>
    </DemarcheFrame>
  );
}
