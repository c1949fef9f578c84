import { cents, type Cents } from "@/lib/domain/money";
import { priceIn, type Payer } from "@/lib/domain/tariff/price";
import type { Tariffs, TariffVersion } from "@/lib/domain/tariff/version";

/** A family that agents know from the counter. `quotientFamilial` in hundredths. */
export interface ExampleFamily {
  readonly quotientFamilial: number;
  readonly children: number;
}

export const exampleFamilies: readonly ExampleFamily[] = [1, 3].flatMap((children) =>
  [30_000, 80_000, 150_000].map((quotientFamilial) => ({ quotientFamilial, children })),
);

/** A week of school: four days. */
export const EXAMPLE_DAYS = 4;

/** What `days` of a unit cost a family for all its children; null: no price. */
export interface ExamplePrice {
  readonly unitId: number;
  readonly before: Cents | null;
  readonly after: Cents | null;
}

type Context = Pick<Tariffs, "units" | "categories">;

/** The same days under two versions, for a family of the town in that category. */
export function examplePrices(
  { before, after }: { readonly before: TariffVersion; readonly after: TariffVersion },
  context: Context,
  asked: {
    readonly family: ExampleFamily;
    readonly categoryId: number;
    readonly unitIds: readonly number[];
  },
): ExamplePrice[] {
  return asked.unitIds.map((unitId) => ({
    unitId,
    before: familyPrice(before, context, { ...asked, unitId }),
    after: familyPrice(after, context, { ...asked, unitId }),
  }));
}

function familyPrice(
  version: TariffVersion,
  context: Context,
  asked: {
    readonly family: ExampleFamily;
    readonly categoryId: number;
    readonly unitId: number;
  },
): Cents | null {
  const { children, quotientFamilial } = asked.family;
  let total = 0;
  for (let rank = 1; rank <= children; rank++) {
    const payer: Payer = {
      categoryId: asked.categoryId,
      quotientFamilial,
      dependentChildren: children,
      rank,
      residence: "inTown",
    };
    const price = priceIn(version, context, asked, payer);
    if (!price.ok) return null;
    total += price.value.amount * EXAMPLE_DAYS;
  }
  return cents(total);
}
