import { dayToDate, prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { cellKey, type BookingContext, type CellKey } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { submitReservations } from "@/lib/services/reservations/submit";
import { groupNamed } from "@/prisma/seed/town";
import { draftAndRecap, schoolYearNamed } from "@/tests/support/booking-drafts";
import { someFamilies, type BuiltFamily } from "@/tests/support/builders/family";
import type { BuiltGroup } from "@/tests/support/builders/group";
import { guardianContext } from "@/tests/support/duponts";
import { thePricedDuponts } from "@/tests/support/priced-duponts";

export const summer = "2025-07-15T10:09";
/** A Wednesday. */
export const wednesday = "2025-12-03";

/** The manual's Wednesdays and canteen with prices, and families of one child in both. */
export interface LimitedTown {
  readonly year: number;
  readonly group: BuiltGroup;
  readonly canteen: BuiltGroup;
  readonly families: readonly BuiltFamily[];
}

/** Units of the Wednesdays: MATIN, APRES_MIDI, JOURNEE; of the canteen: REPAS. */
export async function unitNamed(group: { activityId: number }, label: string): Promise<number> {
  const where = { activityId: group.activityId, label };
  return (await prisma.unit.findFirstOrThrow({ where })).id;
}

export async function aLimitedTown(families: number): Promise<LimitedTown> {
  const { town } = await thePricedDuponts("2025-12-20");
  const group = groupNamed(town, "CLM_PETITS_PREVERT", "2025-2026").row as BuiltGroup;
  const canteen = groupNamed(town, "RESTO_R_PREVERT", "2025-2026").row as BuiltGroup;
  const built = await someFamilies(
    prisma,
    Array.from({ length: families }, (_, i) => ({
      children: [
        {
          firstName: `Enfant ${i + 1}`,
          // Both orders: whoever locks groups in the order of inscriptions would wait in a circle.
          inscriptions: (i % 2 === 0 ? [group, canteen] : [canteen, group]).map((row) => ({
            group: row,
          })),
        },
      ],
    })),
  );
  const category = await prisma.tariffCategory.findUniqueOrThrow({ where: { code: "ENFANT" } });
  await prisma.familyChild.updateMany({ data: { categoryId: category.id } });
  return { year: await schoolYearNamed("2025-2026"), group, canteen, families: built };
}

/** At most so many children at each moment that the unit covers. */
export async function limit(group: BuiltGroup, unit: string, seats: number): Promise<void> {
  const unitId = await unitNamed(group, unit);
  await prisma.unitCapacity.create({ data: { groupId: group.id, unitId, seats } });
}

/** The same on one day. */
export async function limitOn(group: BuiltGroup, unit: string, d: string, seats: number) {
  const unitId = await unitNamed(group, unit);
  const firstDay = dayToDate(day(d));
  await prisma.capacityException.create({
    data: { groupId: group.id, unitId, firstDay, lastDay: firstDay, seats },
  });
}

/** A cell of the calendar, by the unit's name. */
export function cellNamed(context: BookingContext, unit: string, d: string): CellKey {
  for (const { id, units } of context.inscriptions)
    for (const one of units) if (one.label === unit) return cellKey(id, one.id, day(d));
  throw new Error(`No unit ${unit}`);
}

/** Units and days as wishes: kept where they are held, wanted where they are not. */
export const wanting =
  (...cells: readonly (readonly [unit: string, d: string, want?: boolean])[]) =>
  (context: BookingContext): Wishes =>
    Object.fromEntries(
      cells.map(([unit, d, want = true]) => {
        const key = cellNamed(context, unit, d);
        return [key, { want, seen: context.held[key] ?? "free" }];
      }),
    );

/** Draws the recap of these wishes, ready to be sent. */
export async function readied(
  town: LimitedTown,
  family: BuiltFamily | undefined,
  wishes: (context: BookingContext) => Wishes,
) {
  if (!family) throw new Error("No such family");
  const ctx = guardianContext(family, summer);
  const input = await draftAndRecap(ctx, town.year, wishes);
  return () => submitReservations(ctx, input);
}

/** The same, sent at once. */
export const sent = async (...its: Parameters<typeof readied>) => (await readied(...its))();
