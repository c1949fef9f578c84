import { changeInWords } from "@/components/portal/tariff-grid/change-words";
import type { CellChange } from "@/lib/domain/tariff/differences";

interface Named {
  readonly id: number;
  readonly label: string;
}

/** What a file would change, category by category, each figure before and after. */
export function PreviewList({
  changes,
  units,
  categories,
}: {
  changes: readonly CellChange[];
  units: readonly Named[];
  categories: readonly Named[];
}) {
  const nameOf = (unitId: number) => units.find(({ id }) => id === unitId)?.label ?? "";
  return (
    <div
      role="region"
      aria-label="Ce que le fichier changerait"
      tabIndex={0}
      className="border-line max-h-96 overflow-y-auto rounded-lg border p-3"
    >
      {categories.map((category) => {
        const its = changes.filter(({ categoryId }) => categoryId === category.id);
        if (its.length === 0) return null;
        return (
          <section key={category.id} className="not-first:mt-4">
            <h3>{category.label}</h3>
            <dl>
              {its.map((change) => (
                <div key={change.unitId} className="mt-2">
                  <dt className="font-semibold">{nameOf(change.unitId)}</dt>
                  {changeInWords(change).map((line) => (
                    <dd key={line} className="tabular-nums">
                      {line}
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
