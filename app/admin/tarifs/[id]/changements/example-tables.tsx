import { Card } from "@/components/ui/card";
import { plural } from "@/lib/domain/day-words";
import { cents, formatCents, formatDifference, formatHundredths } from "@/lib/domain/money";
import {
  EXAMPLE_DAYS,
  exampleFamilies,
  examplePrices,
  type ExampleFamily,
  type ExamplePrice,
} from "@/lib/domain/tariff/examples";
import type { TariffCategory } from "@/lib/domain/tariff/version";
import type { AgentActivity, AgentGrid } from "@/lib/services/tariffs/read-grid";

type MainUnit = AgentActivity & { main: { unitId: number; noun: string } };

/** What some families of the counter would pay for four days, under each version. */
export function Examples({
  before,
  after,
  category,
}: {
  before: AgentGrid;
  after: AgentGrid;
  category: TariffCategory;
}) {
  const mains = after.activities.filter((a): a is MainUnit => a.main !== null);
  return (
    <section aria-labelledby="exemples" className="grid gap-4">
      <div>
        <h2 id="exemples">{`Pour quelques familles, catégorie «\u00a0${category.label}\u00a0»`}</h2>
        <p className="measure text-muted">
          {`Le prix de ${EXAMPLE_DAYS}\u00a0jours par activité, pour tous les enfants de la famille ensemble. La famille habite la commune\u00a0; les réductions sont comprises.`}
        </p>
      </div>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {exampleFamilies.map((family) => (
          <FamilyExample
            key={`${family.children}|${family.quotientFamilial}`}
            family={family}
            mains={mains}
            prices={examplePrices(
              { before: before.version.grid, after: after.version.grid },
              after,
              {
                family,
                categoryId: category.id,
                unitIds: mains.map(({ main }) => main.unitId),
              },
            )}
          />
        ))}
      </div>
    </section>
  );
}

function FamilyExample({
  family,
  mains,
  prices,
}: {
  family: ExampleFamily;
  mains: readonly MainUnit[];
  prices: readonly ExamplePrice[];
}) {
  const id = `exemple-${family.children}-${family.quotientFamilial}`;
  const title = `${plural(family.children, "enfant", "enfants")}, quotient ${formatHundredths(family.quotientFamilial)}`;
  return (
    <Card title={title} titleId={id} level={3}>
      <ul className="divide-line divide-y">
        {mains.map(({ id: activityId, label, main }) => (
          <li key={activityId} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span className="min-w-0">
              {label}
              <span className="text-muted block text-sm">{`${EXAMPLE_DAYS}\u00a0${main.noun} par enfant`}</span>
            </span>
            <Change price={prices.find(({ unitId }) => unitId === main.unitId)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Change({ price }: { price: ExamplePrice | undefined }) {
  if (!price || price.before === null || price.after === null) return <span>pas de prix</span>;
  const { before, after } = price;
  return (
    <span className="ml-auto text-right tabular-nums">
      <span className="text-muted">{formatCents(before)}</span>
      <span className="sr-only"> devient </span>
      <span aria-hidden="true"> → </span>
      <strong className="font-semibold">{formatCents(after)}</strong>
      <span className="block text-sm">
        {after === before ? "inchangé" : formatDifference(cents(after - before))}
      </span>
    </span>
  );
}
