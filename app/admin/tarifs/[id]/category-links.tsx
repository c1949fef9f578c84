import { type Query, idParam, textParam } from "@/app/params";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import type { TariffCategory } from "@/lib/domain/tariff/version";

/** The category that the URL asks for, else the first; undefined where the town has none. */
export function categoryOf(
  query: Query,
  categories: readonly TariffCategory[],
): TariffCategory | undefined {
  const asked = idParam(textParam(query, "categorie"));
  return categories.find(({ id }) => id === asked) ?? categories[0];
}

/** One category at a time. */
export function CategoryLinks({
  path,
  categories,
  current,
  more = "",
}: {
  path: string;
  categories: readonly TariffCategory[];
  current: TariffCategory;
  /** The rest of the query. */
  more?: string;
}) {
  return (
    <div>
      <SegmentedLinks
        label="Catégorie"
        items={categories.map(({ id, label }) => ({
          href: `${path}?categorie=${id}${more}`,
          label,
          current: id === current.id,
        }))}
      />
      {current.explanation ? (
        <p className="text-muted mt-1.5 text-sm">{current.explanation}</p>
      ) : null}
    </div>
  );
}
