import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChoiceFields } from "@/components/portal/tariffs/choice-fields";
import { Comparison } from "@/components/portal/tariffs/comparison";
import { HiddenFields } from "@/components/portal/tariffs/hidden-fields";
import { SimulationResultView } from "@/components/portal/tariffs/simulation-result";
import { SituationFields, situationProblems } from "@/components/portal/tariffs/situation-fields";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { Icon } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";
import { nowMoment } from "@/lib/clock";
import { queryParams, simulationQuery } from "@/lib/domain/tariff/simulation-query";
import { simulationTitle } from "@/lib/domain/tariff/simulation-title";
import { comparisonError, readSituation } from "@/lib/domain/tariff/situation";
import { readPublicSimulation } from "./read";

type Props = PageProps<"/simulation">;

/** The title says first that something is wrong: without JavaScript nothing else could. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = simulationQuery(await searchParams);
  const sent = query.calcul !== "";
  const wrong = !readSituation(query).ok || comparisonError(query["avec-quotient"]) !== null;
  return { title: sent && wrong ? "Erreur\u00a0: simulation des tarifs" : "Simulation des tarifs" };
}

/** Without an account: one page, one form whose values are the address, the results below. */
export default async function SimulationPage({ searchParams }: Props) {
  const simulation = await readPublicSimulation(await searchParams);
  if (!simulation) notFound();
  const { town, query, choice, answer } = simulation;
  const errors = answer?.ok === false ? answer.errors : {};
  const params = queryParams(query);
  return (
    <>
      <PageHeading lead="Ce que coûte chaque activité pour votre famille, et pourquoi. Sans compte, et rien n’est conservé.">
        Simulation des tarifs
      </PageHeading>
      <div className="grid gap-10 print:block">
        <ErrorSummary errors={situationProblems(errors)} />
        <form action="/simulation#resultats" noValidate className="no-print grid gap-6">
          <RequiredNote />
          <HiddenFields values={{ calcul: "1" }} />
          <ChoiceFields town={town} choice={choice} />
          <SituationFields categories={town.categories} typed={query} errors={errors} />
          <p>
            <Button type="submit" iconEnd="arrow-right" wide>
              Calculer les tarifs
            </Button>
          </p>
        </form>
        {answer?.ok ? (
          <>
            <SimulationResultView
              result={answer.value}
              title={simulationTitle(nowMoment(), null)}
              keep={
                <a
                  href={`/simulation/resultats.pdf?${new URLSearchParams(params).toString()}`}
                  download="simulation-tarifs.pdf"
                  className={buttonClass({ variant: "secondary", wide: true })}
                >
                  <Icon name="download" />
                  Télécharger en PDF
                </a>
              }
              actions={
                <ButtonLink href="/simulation" variant="secondary" icon="undo" wide>
                  Nouvelle simulation
                </ButtonLink>
              }
            />
            <Comparison town={town} query={query} result={answer.value} action="/simulation" />
          </>
        ) : null}
      </div>
    </>
  );
}
