import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { day } from "@/lib/domain/day";
import type { TariffCategory } from "@/lib/generated/prisma/client";
import type { BuiltFamily } from "@/tests/support/builders/family";
import { type FamilyFacts, familyFacts } from "./facts";
import type { Random } from "./random";
import { known } from "./town";

type Categories = ReadonlyMap<string, TariffCategory>;
type QuotientFacts = FamilyFacts["quotients"][number];

/** Quotients and categories of the families of the data file. */
export async function writeKnownMeans(
  db: Tx,
  families: readonly BuiltFamily[],
  categories: Categories,
): Promise<void> {
  for (const [i, facts] of familyFacts.entries()) {
    const family = families[i];
    if (!family) throw new Error(`${facts.name} was not written`);
    await writeQuotients(db, [{ family, quotients: facts.quotients }]);
    for (const [j, child] of family.children.entries())
      await writeCategory(
        db,
        family,
        [child],
        known(categories, facts.children[j]?.category ?? ""),
      );
  }
}

/** The other families: most live here with a known quotient, some elsewhere, some said nothing. */
export async function writeDrawnMeans(
  db: Tx,
  families: readonly BuiltFamily[],
  categories: Categories,
  random: Random,
): Promise<void> {
  const drawn = families.map((family) => {
    const code = random.pick([
      ...Array<string>(17).fill("ENFANT"),
      "EXTERIEUR",
      "SENARTAIS",
      "PAI",
    ]);
    const outside = code === "EXTERIEUR" || code === "SENARTAIS";
    return { family, code, quotients: drawQuotients(family, outside, random) };
  });
  await writeQuotients(db, drawn);
  for (const [code, category] of categories)
    for (const { family } of drawn.filter((one) => one.code === code))
      await writeCategory(db, family, family.children, category);
}

function drawQuotients(family: BuiltFamily, outside: boolean, random: Random): QuotientFacts[] {
  const parts = 100 + 50 * random.below(4) + 50 * family.children.length;
  const known = random.chance(95);
  const monthly = 60_000 + 5_000 * random.below(90);
  const dependentChildren = family.children.length + (random.chance(15) ? 1 : 0);
  const residence = outside ? ("outOfTown" as const) : ("inTown" as const);
  return ["2025-01-01", "2026-01-01"].map((from, i) => {
    const income = monthly + 2_500 * i * random.below(3);
    const figures = known
      ? {
          quotientFamilial: Math.floor((income * 100) / parts),
          annualIncome: income * 12,
          monthlyBenefits: 0,
        }
      : { quotientFamilial: null, annualIncome: null, monthlyBenefits: null };
    const source = known ? `Avis d’imposition ${2024 + i}` : "Aucun justificatif reçu";
    return { from: day(from), parts, dependentChildren, residence, source, ...figures };
  });
}

async function writeQuotients(
  db: Tx,
  rows: readonly { family: { id: number }; quotients: readonly QuotientFacts[] }[],
): Promise<void> {
  await db.familyQuotient.createMany({
    data: rows.flatMap(({ family, quotients }) =>
      quotients.map(({ from, ...figures }) => ({
        familyId: family.id,
        firstDay: dayToDate(from),
        ...figures,
      })),
    ),
  });
}

async function writeCategory(
  db: Tx,
  family: { id: number },
  children: readonly { id: number }[],
  category: TariffCategory,
): Promise<void> {
  await db.familyChild.updateMany({
    where: { familyId: family.id, childId: { in: children.map(({ id }) => id) } },
    data: { categoryId: category.id },
  });
}
