import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { addDays, type Day } from "@/lib/domain/day";
import { parseReduction, type Reduction } from "@/lib/domain/tariff/reduction";
import { parsePriceRule, type PriceRule } from "@/lib/domain/tariff/rule";
import type { TariffCategory } from "@/lib/generated/prisma/client";
import { someTariffs, type TariffSpec } from "@/tests/support/builders/tariff";
import { type PriceFact, tariffFacts, type TariffVersionFacts } from "./tariff-facts";
import { type DemoTown, known } from "./town";
import { unitOf } from "@/tests/support/builders/activity";

/** How long before it is decided a version is seen as a draft by the town's agents. */
const draftDays = 60;

/**
 * The town's tariffs as they stand on a day: what was decided is published, what is about to be is a
 * draft, what lies further ahead is not there. Returns the categories by code.
 */
export async function writeTariffs(
  db: Tx,
  town: DemoTown,
  today: Day,
): Promise<ReadonlyMap<string, TariffCategory>> {
  const categories = new Map<string, TariffCategory>();
  for (const [position, facts] of tariffFacts.categories.entries())
    categories.set(
      facts.code,
      await db.tariffCategory.create({ data: { ...facts, position: position + 1 } }),
    );
  const seen = tariffFacts.versions.filter(({ decided }) => addDays(decided, -draftDays) <= today);
  const published = seen.filter(({ decided }) => decided <= today);
  await someTariffs(
    db,
    seen.map((facts) => {
      const next = published[published.indexOf(facts) + 1];
      const isPublished = published.includes(facts);
      return {
        ...specOf(facts, town, categories),
        state: isPublished ? "published" : "draft",
        from: isPublished ? facts.from : null,
        to: isPublished ? (next?.from ?? null) : null,
        at: dayToDate(isPublished ? facts.decided : addDays(facts.decided, -draftDays)),
      };
    }),
  );
  return categories;
}

function specOf(
  facts: TariffVersionFacts,
  town: DemoTown,
  categories: ReadonlyMap<string, TariffCategory>,
): Pick<TariffSpec, "name" | "unknownQuotient" | "reductions" | "rules"> {
  const unitId = (activity: string, unit: string) =>
    unitOf(known(town.activities, activity), unit).id;
  return {
    name: facts.name,
    unknownQuotient: facts.unknownQuotient,
    reductions: facts.reductions.map(({ units, categories: codes, ...reduction }) =>
      usable<Reduction>(
        parseReduction({
          ...reduction,
          unitIds:
            units === "every"
              ? units
              : units.map((name) => {
                  const [activity = "", unit = ""] = name.split(" ");
                  return unitId(activity, unit);
                }),
          categoryIds: codes === "every" ? codes : codes.map((code) => known(categories, code).id),
        }),
      ),
    ),
    rules: Object.entries(facts.prices).flatMap(([activity, units]) =>
      Object.entries(units).flatMap(([unit, prices]) =>
        Object.entries(prices).map(([category, price]) => ({
          unitId: unitId(activity, unit),
          categoryId: known(categories, category).id,
          rule: usable<PriceRule>(parsePriceRule(ruleOf(price, facts.bounds))),
        })),
      ),
    ),
  };
}

function ruleOf(price: PriceFact, bounds: readonly number[]) {
  if (typeof price === "number") return { kind: "fixed", amount: price };
  if (!Array.isArray(price)) return { kind: "effort", ...price };
  return { kind: "brackets", brackets: price.map((amount, i) => ({ from: bounds[i], amount })) };
}

function usable<V>(value: V | null): V {
  if (value === null) throw new Error("The demo data holds a faulty tariff");
  return value;
}
