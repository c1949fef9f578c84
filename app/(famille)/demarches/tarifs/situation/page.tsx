import type { TariffCategory } from "@/lib/domain/tariff/version";
import type { Metadata } from "next";
import { DemarcheFrame } from "@/components/portal/demarche/frame";
import { CancelSimulation } from "@/components/portal/tariffs/cancel-simulation";
import { HiddenFields } from "@/components/portal/tariffs/hidden-fields";
import { KeptForm } from "@/components/portal/tariffs/kept-form";
import { QuotientDetail } from "@/components/portal/tariffs/quotient-detail";
import { SituationFields, situationProblems } from "@/components/portal/tariffs/situation-fields";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import {
  queryParams,
  simulationQuery,
  type SimulationQuery,
} from "@/lib/domain/tariff/simulation-query";
import {
  contradictionOf,
  readSituation,
  type SituationErrors,
  type TypedSituation,
} from "@/lib/domain/tariff/situation";
import type { FamilySimulation } from "@/lib/services/tariffs/family-simulation";
import { tariffs } from "../demarche";
import { readSimulation } from "../read";

type Props = PageProps<"/demarches/tarifs/situation">;

/** The title says first that something is wrong: without JavaScript nothing else could. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const failed = Object.keys(errorsOf(simulationQuery(await searchParams), [])).length > 0;
  return {
    title: `${failed ? "Erreur\u00a0: é" : "É"}tape 2 sur 3\u00a0: votre situation – ${tariffs.title}`,
  };
}

export default async function SituationStep({ searchParams }: Props) {
  const simulation = await readSimulation(await searchParams);
  const { town, query, file, child, known } = simulation;
  const errors = errorsOf(query, town.categories);
  const own = ["categorie", "quotient", "enfants", "parts", "rang", "residence", "calcul"] as const;
  return (
    <DemarcheFrame
      demarche={tariffs}
      step="situation"
      query={queryParams(query)}
      cancel={<CancelSimulation />}
    >
      <div className="grid gap-5">
        <ErrorSummary errors={situationProblems(errors)} />
        <Callout>
          Ces informations viennent de votre dossier. Vous pouvez en essayer d’autres pour cette
          simulation&nbsp;: votre dossier ne change pas.
        </Callout>
        <ChildChoice {...simulation} />
        {file.quotient ? <QuotientDetail quotient={file.quotient} /> : null}
        <KeptForm action={tariffs.stepHref("resultats")} noValidate className="grid gap-6">
          <RequiredNote />
          <HiddenFields
            values={{
              ...queryParams(query, own),
              ...(child ? { enfant: String(child.childId) } : {}),
              calcul: "1",
            }}
          />
          <SituationFields
            key={child?.childId}
            categories={town.categories}
            typed={shownIn(query, known)}
            errors={errors}
          />
          <p>
            <Button type="submit" iconEnd="arrow-right" wide>
              Calculer les tarifs
            </Button>
          </p>
        </KeptForm>
      </div>
    </DemarcheFrame>
  );
}

function errorsOf(query: SimulationQuery, categories: readonly TariffCategory[]): SituationErrors {
  const situation = query.calcul === "" ? null : readSituation(query);
  if (!situation) return {};
  if (!situation.ok) return situation.errors;
  const category = categories.find(({ id }) => id === situation.value.categoryId);
  return contradictionOf(category, situation.value) ?? {};
}

/** What was sent stays as it was typed; until then the file answers what the address leaves open. */
function shownIn(query: SimulationQuery, known: TypedSituation): TypedSituation {
  if (query.calcul !== "") return query;
  const { categorie, quotient, enfants, parts, rang, residence } = query;
  return {
    categorie: categorie || known.categorie,
    quotient: quotient || known.quotient,
    enfants: enfants || known.enfants,
    parts: parts || known.parts,
    rang: rang || known.rang,
    residence: residence || known.residence,
  };
}

/** Brothers and sisters may have their own category and rank: one link each. */
function ChildChoice({ file, child, query }: FamilySimulation) {
  if (file.children.length < 2) return null;
  const rest = queryParams(query, ["enfant", "categorie", "rang", "calcul"]);
  return (
    <div>
      <p className="mb-1.5 font-semibold">Pour quel enfant&nbsp;?</p>
      <SegmentedLinks
        label="Pour quel enfant ?"
        items={file.children.map(({ childId, firstName }) => ({
          href: tariffs.stepHref("situation", { ...rest, enfant: childId }),
          label: firstName,
          current: childId === child?.childId,
        }))}
      />
    </div>
  );
}
