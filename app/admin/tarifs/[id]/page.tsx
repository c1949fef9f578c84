import { randomUUID } from "node:crypto";
import { type Query, idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { GridTable } from "@/components/portal/tariff-grid/grid-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";
import { plural } from "@/lib/domain/day-words";
import { rulesOf, type GridActivity } from "@/lib/domain/tariff/grid";
import { unknownQuotientWords } from "@/lib/domain/tariff/reduction-words";
import type { AgentVersion } from "@/lib/services/tariffs/read-grid";
import { CategoryLinks, categoryOf } from "./category-links";
import { DeleteDraft } from "./deletion-form";
import { tariffOf, tariffTitle } from "./read-tariff";
import { ReductionList } from "./reduction-list";
import { TariffFrame } from "./tariff-frame";

export async function generateMetadata({ params }: PageProps<"/admin/tarifs/[id]">) {
  return tariffTitle(params, "");
}

/** A version as one reads it: its prices by category, its reductions and its rules, in words. */
export default async function TariffPage({
  params,
  searchParams,
}: PageProps<"/admin/tarifs/[id]">) {
  const { grid, today } = await tariffOf(params);
  const query = await searchParams;
  const { version, categories, activities, units } = grid;
  const category = categoryOf(query, categories);
  const path = `/admin/tarifs/${version.id}`;
  const edit = (activity: GridActivity) =>
    version.state === "draft" && category ? (
      <InnerLink
        href={`${path}/modifier?categorie=${category.id}&activite=${activity.id}`}
        className="text-link no-print min-h-target inline-flex items-center text-sm font-normal"
      >
        Modifier
        <span className="sr-only">{` les prix, ${activity.label}, ${category.label}`}</span>
      </InnerLink>
    ) : null;
  const said = outcomeOf(query, version);
  return (
    <TariffFrame
      version={version}
      view=""
      today={today}
      actions={
        <ButtonLink
          href={`/admin/tarifs/preparer?modele=${version.id}`}
          icon="copy"
          variant="secondary"
          wide
        >
          Préparer les tarifs suivants
        </ButtonLink>
      }
    >
      {said && <Outcome>{said}</Outcome>}
      {version.state === "published" && (
        <Callout icon="lock" title="Publié, ce tarif ne change plus">
          Pour corriger un prix, préparez un nouveau tarif à partir de celui-ci.
        </Callout>
      )}
      {category && (
        <>
          <CategoryLinks path={path} categories={categories} current={category} />
          <GridTable
            category={category}
            activities={activities}
            units={units}
            rule={rulesOf(version.grid)}
            act={edit}
          />
        </>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Réductions" titleId="reductions">
          <ReductionList grid={grid} />
        </Card>
        <Card title="Quotient familial inconnu" titleId="quotient-inconnu">
          <p className="measure">{unknownQuotientWords[version.grid.unknownQuotient]}</p>
        </Card>
      </div>
      {version.state === "draft" && (
        <DeleteDraft
          versionId={version.id}
          revision={version.revision}
          name={version.name}
          idempotencyKey={randomUUID()}
        />
      )}
    </TariffFrame>
  );
}

function outcomeOf(query: Query, version: AgentVersion): string | null {
  if (textParam(query, "prepare") !== "")
    return `Le brouillon «\u00a0${version.name}\u00a0» est prêt\u00a0: modifiez ses prix, puis publiez-le.`;
  const text = textParam(query, "publie");
  if (text === "") return null;
  const priced = idParam(text) ?? 0;
  const repriced = idParam(textParam(query, "suivies")) ?? 0;
  const families = idParam(textParam(query, "familles")) ?? 0;
  return [
    `«\u00a0${version.name}\u00a0» est publié.`,
    ...(priced === 0
      ? []
      : [
          `${plural(priced, "réservation qui attendait son prix l’a reçu", "réservations qui attendaient leur prix l’ont reçu")}.`,
        ]),
    ...(repriced === 0
      ? []
      : [
          `${plural(repriced, "réservation a changé de prix", "réservations ont changé de prix")}, et ${plural(families, "famille reçoit un message", "familles reçoivent un message")}.`,
        ]),
  ].join(" ");
}
