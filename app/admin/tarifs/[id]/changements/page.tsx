import { ChangeTable } from "@/components/portal/tariff-grid/change-table";
import { countOf } from "@/components/portal/tariff-grid/count-words";
import { EmptyState } from "@/components/ui/empty-state";
import {
  gridDifferences,
  relativeInWords,
  summaryOf,
  type CellChange,
} from "@/lib/domain/tariff/differences";
import { CategoryLinks, categoryOf } from "../category-links";
import { comparedOf, tariffOf, tariffTitle } from "../read-tariff";
import { TariffFrame } from "../tariff-frame";
import { Examples } from "./example-tables";
import { SettingChanges } from "./setting-changes";

export async function generateMetadata({ params }: PageProps<"/admin/tarifs/[id]/changements">) {
  return tariffTitle(params, "Ce qui change");
}

/** What differs from the version that is in force, figure by figure, and for some families. */
export default async function ChangesPage({
  params,
  searchParams,
}: PageProps<"/admin/tarifs/[id]/changements">) {
  const page = await tariffOf(params);
  const compared = await comparedOf(page);
  const { grid, today } = page;
  const { version, categories } = grid;
  const frame = { version, view: "changements", today, heading: "Ce qui change" } as const;
  const category = categoryOf(await searchParams, categories);
  if (!compared || !category)
    return (
      <TariffFrame {...frame}>
        <EmptyState title="Rien à comparer">
          C’est le premier tarif publié de la commune.
        </EmptyState>
      </TariffFrame>
    );
  const all = gridDifferences(compared.version.grid, version.grid, grid);
  const changes = all.filter(({ categoryId }) => categoryId === category.id);
  return (
    <TariffFrame {...frame}>
      <p className="measure text-lg">
        {`Par rapport à «\u00a0${compared.version.name}\u00a0»\u00a0: ${summaryInWords(all)}`}
      </p>
      <SettingChanges before={compared} after={grid} />
      <CategoryLinks
        path={`/admin/tarifs/${version.id}/changements`}
        categories={categories}
        current={category}
      />
      {changes.length === 0 ? (
        <EmptyState title="Les prix sont les mêmes">
          {`Aucun prix ne change pour la catégorie «\u00a0${category.label}\u00a0».`}
        </EmptyState>
      ) : (
        <ChangeTable
          label={`Prix qui changent, catégorie «\u00a0${category.label}\u00a0»`}
          changes={changes}
          activities={grid.activities}
          units={grid.units}
        />
      )}
      <Examples before={compared} after={grid} category={category} />
    </TariffFrame>
  );
}

function summaryInWords(changes: readonly CellChange[]): string {
  if (changes.length === 0) return "aucun prix ne change.";
  const { up, down, other, average } = summaryOf(changes);
  const parts = [
    countOf(up, "montant augmente", "montants augmentent"),
    countOf(down, "montant baisse", "montants baissent"),
    ...(other > 0 ? [countOf(other, "taux ou règle change", "taux ou règles changent")] : []),
  ];
  return `${parts.join(", ")}. En moyenne des montants qui changent\u00a0: ${relativeInWords(average)}.`;
}
