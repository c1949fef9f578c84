import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { priceUnpriced } from "@/lib/services/tariffs/price-unpriced";
import { publishVersion } from "@/lib/services/tariffs/publish";
import { anEater, townContext, type GridTown } from "./grid-town";

/** A family whose reservations have the price of the tariff in force, entered in the ledger. */
export async function aPricedEater(
  town: GridTown,
  its: Parameters<typeof anEater>[1],
): ReturnType<typeof anEater> {
  const eater = await anEater(town, its);
  await prisma.$transaction((tx) => priceUnpriced(tx, townContext(town.agent).now));
  return eater;
}

export const publishDraft = (town: GridTown, from = "2026-01-01") =>
  publishVersion(townContext(town.agent), {
    versionId: town.draft.id,
    revision: 1,
    from: day(from),
    idempotencyKey: crypto.randomUUID(),
  });

/** What each day costs a family, in order. */
export async function amountsOf(familyId: number): Promise<[string, number | undefined][]> {
  const rows = await prisma.reservation.findMany({
    where: { familyId },
    orderBy: { day: "asc" },
    include: { price: true },
  });
  return rows.map((row) => [row.day.toISOString().slice(0, 10), row.price?.amount]);
}

/** The ledger of a family, by day: why, how much. What is taken back comes last. */
export async function causesOf(familyId: number): Promise<[string, number][]> {
  const rows = await prisma.ledgerEntry.findMany({
    where: { familyId },
    orderBy: [{ day: "asc" }, { cause: "asc" }],
  });
  return rows.map(({ cause, amount }) => [cause, amount]);
}
