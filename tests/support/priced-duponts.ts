import { dayToDate, prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { writeTariffs } from "@/prisma/seed/tariffs";
import { theDuponts, type Duponts } from "./duponts";

/** The manual's family with the demo town's tariffs as they stand on a day: 845,00 €, then 912,00 €. */
export async function thePricedDuponts(today: string): Promise<Duponts> {
  const duponts = await theDuponts();
  await prisma.$transaction(
    async (tx) => {
      const categories = await writeTariffs(tx, duponts.town, day(today));
      const category = categories.get("ENFANT");
      if (!category) throw new Error("The demo town has no category ENFANT");
      const familyId = duponts.family.id;
      await tx.familyChild.updateMany({
        where: { familyId },
        data: { categoryId: category.id },
      });
      await tx.familyQuotient.createMany({
        data: [
          { firstDay: dayToDate(day("2025-01-01")), quotientFamilial: 84_500 },
          { firstDay: dayToDate(day("2026-01-01")), quotientFamilial: 91_200 },
        ].map((entry) => ({
          ...entry,
          familyId,
          parts: 300,
          dependentChildren: 2,
          residence: "inTown" as const,
          source: "Avis d’imposition",
        })),
      });
    },
    { timeout: 30_000 },
  );
  return duponts;
}
