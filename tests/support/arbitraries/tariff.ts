import fc from "fast-check";
import { addDays, day, type Day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import type { PayingFamily } from "@/lib/domain/tariff/paying-family";
import type { Payer } from "@/lib/domain/tariff/price";
import type { Reduction } from "@/lib/domain/tariff/reduction";
import type { PriceRule } from "@/lib/domain/tariff/rule";
import type { Tariffs, TariffVersion } from "@/lib/domain/tariff/version";
import { quarter } from "@/tests/support/arbitraries/booking";
import { leo, lucas } from "@/tests/support/booking";
import {
  aVersion,
  brackets,
  categories,
  categoryId,
  tariffsWith,
  units,
} from "@/tests/support/tariffs";

const anyAmount = fc.oneof(
  fc.integer({ min: 0, max: 3_000 }),
  fc.constantFrom(0, 1, 2_147_483_647),
);
/** Around the bounds of the rules below, and far from them. */
export const anyQuotient = fc.oneof(
  fc.integer({ min: 0, max: 300_000 }),
  fc.constantFrom(0, 17, 39_999, 40_000, 40_001, 99_999_999_999),
);
const anyRate = fc.oneof(
  fc.integer({ min: 1, max: 20_000 }),
  fc.integer({ min: 1, max: 1_000_000 }),
);

const anyEffort = fc
  .record({ rate: anyRate, one: anyAmount, other: anyAmount })
  .map(({ rate, one, other }) => ({
    kind: "effort" as const,
    rate,
    floor: cents(Math.min(one, other)),
    ceiling: cents(Math.max(one, other)),
  }));

const anyBounds = fc.uniqueArray(
  fc.oneof(fc.integer({ min: 1, max: 300_000 }), fc.constant(40_000)),
  { maxLength: 5 },
);

function bracketsOf(bounds: readonly number[], amounts: readonly number[]): PriceRule {
  const from = [0, ...[...bounds].sort((a, b) => a - b)];
  return brackets(...from.map((bound, i) => [bound, amounts[i] ?? 0] as const));
}

const anyAmounts = fc.array(anyAmount, { minLength: 6, maxLength: 6 });
const anyBrackets = fc
  .tuple(anyBounds, anyAmounts)
  .map(([bounds, amounts]) => bracketsOf(bounds, amounts));
const ascendingBrackets = fc.tuple(anyBounds, anyAmounts).map(([bounds, amounts]) =>
  bracketsOf(
    bounds,
    amounts.toSorted((a, b) => a - b),
  ),
);

const anyFixed = anyAmount.map((amount): PriceRule => ({ kind: "fixed", amount: cents(amount) }));

/** Every kind, without a fault. */
export const anyRule: fc.Arbitrary<PriceRule> = fc.oneof(anyFixed, anyBrackets, anyEffort);

/** Rules by which nobody pays less than a family with a lower quotient. */
export const anyRisingRule: fc.Arbitrary<PriceRule> = fc.oneof(
  anyFixed,
  ascendingBrackets,
  anyEffort,
);

const anyUnitId = fc.constantFrom(...units.map(({ id }) => id));
const anyCategoryId = fc.constantFrom(...categories.map(({ id }) => id));

const anyOrEvery = (ids: fc.Arbitrary<number[]>): fc.Arbitrary<number[] | "every"> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant("every" as const) }, { weight: 4, arbitrary: ids });

const anyReduction: fc.Arbitrary<Reduction> = fc.record({
  label: fc.constantFrom("Fratrie", "Commune"),
  when: fc.oneof(
    fc.record({
      kind: fc.constantFrom("dependentChildren" as const, "rank" as const),
      atLeast: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      kind: fc.constant("residence" as const),
      is: fc.constantFrom("inTown" as const, "outOfTown" as const),
    }),
  ),
  off: fc.oneof(
    fc.record({ kind: fc.constant("percent" as const), rate: anyRate }),
    fc.record({
      kind: fc.constant("amount" as const),
      amount: fc.integer({ min: 1, max: 3_000 }).map(cents),
    }),
  ),
  unitIds: anyOrEvery(fc.uniqueArray(anyUnitId, { maxLength: 8 })),
  categoryIds: anyOrEvery(fc.uniqueArray(anyCategoryId, { maxLength: 3 })),
});
export const anyReductions = fc.array(anyReduction, { maxLength: 4 });

export const anyPayer: fc.Arbitrary<Payer> = fc.record({
  categoryId: fc.constantFrom(...categories.map(({ id }) => id), categoryId.child, null),
  quotientFamilial: fc.option(anyQuotient, { freq: 8 }),
  dependentChildren: fc.integer({ min: 0, max: 5 }),
  rank: fc.integer({ min: 1, max: 5 }),
  residence: fc.constantFrom("inTown" as const, "outOfTown" as const, null),
});

/** A grid with a rule for most units and categories. */
function anyVersion(id: number): fc.Arbitrary<TariffVersion> {
  const cells = units.flatMap((unit) => categories.map((category) => [unit.id, category.id]));
  return fc
    .record({
      unknownQuotient: fc.constantFrom("refuse" as const, "highest" as const),
      reductions: anyReductions,
      rules: fc.tuple(...cells.map(() => fc.option(anyRule, { freq: 7 }))),
    })
    .map(({ rules, ...its }) =>
      aVersion({
        ...its,
        id,
        name: `Tarifs ${id}`,
        rules: cells.flatMap(([unitId = 0, category = 0], i) => {
          const rule = rules[i];
          return rule ? [{ unitId, categoryId: category, rule }] : [];
        }),
      }),
    );
}

const quarterOffset = fc.integer({ min: -10, max: 75 });
const onQuarter = (offset: number): Day => addDays(quarter.from, offset);

/** One to three versions around the quarter of the bookings: one after the other, apart, or over each other. */
export const anyTariffs: fc.Arbitrary<Tariffs> = fc
  .tuple(
    fc.tuple(anyVersion(1), anyVersion(2), anyVersion(3)),
    fc.integer({ min: 1, max: 3 }),
    fc.array(quarterOffset, { minLength: 3, maxLength: 3 }),
    fc.constantFrom("followed", "followed", "followed", "apart", "open"),
  )
  .map(([all, count, offsets, ends]) => {
    const starts = offsets.toSorted((a, b) => a - b).slice(0, count);
    const versions = all.slice(0, count).map((version, i) => {
      const next = starts[i + 1];
      const end = next === undefined ? null : onQuarter(ends === "apart" ? next - 1 : next);
      const from = i === 0 && ends === "followed" ? day("2000-01-01") : onQuarter(starts[i] ?? 0);
      return { ...version, from, to: ends === "open" ? null : end };
    });
    return tariffsWith(...versions.filter(({ from, to }) => to === null || from < to));
  });

/** The manual's two children, with a history that changes during the quarter. */
export const anyPayingFamily: fc.Arbitrary<PayingFamily> = fc
  .record({
    entries: fc.uniqueArray(
      fc.record({
        offset: quarterOffset,
        quotientFamilial: fc.option(anyQuotient, { freq: 6 }),
        parts: fc.constantFrom(100, 250),
        dependentChildren: fc.integer({ min: 0, max: 5 }),
        residence: fc.constantFrom("inTown" as const, "outOfTown" as const),
      }),
      { maxLength: 3, selector: ({ offset }) => offset },
    ),
    categoryIds: fc.tuple(anyPayer, anyPayer),
  })
  .map(({ entries, categoryIds: [first, second] }) => ({
    quotients: entries
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset, ...entry }) => ({ ...entry, from: onQuarter(offset) })),
    children: [
      { childId: leo, categoryId: first.categoryId, rank: 1 },
      { childId: lucas, categoryId: second.categoryId, rank: 2 },
    ],
  }));
