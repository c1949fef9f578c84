import { randomUUID } from "node:crypto";
import { idParam, textParam } from "@/app/params";
import { unitRemark } from "@/components/portal/tariff-grid/unit-remark";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { rulesOf, unitsByActivity } from "@/lib/domain/tariff/grid";
import { typedGridOf } from "@/lib/domain/tariff/typed-grid";
import { CategoryLinks, categoryOf } from "../category-links";
import { draftOf, tariffTitle } from "../read-tariff";
import { TariffFrame } from "../tariff-frame";
import { GridForm } from "./grid-form";

export async function generateMetadata({ params }: PageProps<"/admin/tarifs/[id]/modifier">) {
  return tariffTitle(params, "Modifier les prix");
}

/** A draft's prices, one category and one activity at a time: a form that a phone can hold too. */
export default async function EditPage({
  params,
  searchParams,
}: PageProps<"/admin/tarifs/[id]/modifier">) {
  const { grid, today } = await draftOf(params);
  const query = await searchParams;
  const { version, categories, units } = grid;
  const groups = unitsByActivity(grid.activities, units);
  const category = categoryOf(query, categories);
  const asked = idParam(textParam(query, "activite"));
  const group = groups.find(({ activity }) => activity.id === asked) ?? groups[0];
  const path = `/admin/tarifs/${version.id}/modifier`;
  const rule = rulesOf(version.grid);
  return (
    <TariffFrame version={version} view="modifier" today={today} heading="Modifier les prix">
      {category && group ? (
        <>
          <CategoryLinks
            path={path}
            categories={categories}
            current={category}
            more={`&activite=${group.activity.id}`}
          />
          <SegmentedLinks
            label="Activité"
            items={groups.map(({ activity }) => ({
              href: `${path}?categorie=${category.id}&activite=${activity.id}`,
              label: activity.label,
              current: activity.id === group.activity.id,
            }))}
          />
          <GridForm
            // Another activity or category is another form.
            key={`${category.id}|${group.activity.id}`}
            versionId={version.id}
            revision={version.revision}
            category={{ id: category.id, label: category.label }}
            activity={group.activity.label}
            units={group.units.map((unit) => ({
              id: unit.id,
              label: unit.label,
              remark: unitRemark(unit, units),
            }))}
            typed={typedGridOf(
              group.units.map(({ id }) => ({ unitId: id, rule: rule(id, category.id) })),
            )}
            idempotencyKey={randomUUID()}
          />
        </>
      ) : (
        <EmptyState title="Rien à régler">
          La commune n’a pas encore de catégorie ou d’activité.
        </EmptyState>
      )}
    </TariffFrame>
  );
}
