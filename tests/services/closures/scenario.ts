import { dayToDate, prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import type { ClosureTarget } from "@/lib/domain/closure";
import { instantOfMoment, moment } from "@/lib/domain/day";
import { declareClosure } from "@/lib/services/closures/declare";
import { foreseeClosure } from "@/lib/services/closures/foresee";
import { reopenClosure } from "@/lib/services/closures/reopen";
import { priceUnpriced } from "@/lib/services/tariffs/price-unpriced";
import { theOffice } from "@/tests/services/family-admin/scenario";
import { aGridTown, type GridTown } from "@/tests/services/tariffs/grid-town";
import { someFamilies, type BuiltFamily } from "@/tests/support/builders/family";
import { aGroup, type BuiltGroup } from "@/tests/support/builders/group";
import { someReservations } from "@/tests/support/builders/reservation";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { emptyTables } from "@/tests/support/database";

export const at = "2025-10-10T10:00";
export const monday = "2025-10-13";
export const tuesday = "2025-10-14";
export const reason = "Grève du personnel";
export const key = () => crypto.randomUUID();

export interface StrikeTown extends GridTown {
  readonly ctx: Awaited<ReturnType<typeof theOffice>>;
  readonly group: BuiltGroup;
  readonly families: readonly BuiltFamily[];
}

/** A canteen in which so many children, each of a family of its own, eat on Monday and Tuesday, at a price. */
export async function aStrikeTown(children: number): Promise<StrikeTown> {
  await emptyTables();
  const ctx = await theOffice(at);
  const town = await aGridTown();
  const schoolYear = await aSchoolYear(prisma);
  const group = await aGroup(prisma, { activity: town.canteen, schoolYear, code: "RESTO" });
  const families = await someFamilies(
    prisma,
    Array.from({ length: children }, () => ({ children: [{ inscriptions: [{ group }] }] })),
  );
  await prisma.familyChild.updateMany({ data: { categoryId: town.categories.child.id } });
  await prisma.familyQuotient.createMany({
    data: families.map(({ id: familyId }) => ({
      familyId,
      firstDay: dayToDate(day("2024-01-01")),
      quotientFamilial: 50_000,
      parts: 250,
      dependentChildren: 1,
      residence: "inTown" as const,
      source: "Avis d’imposition",
    })),
  });
  await someReservations(
    prisma,
    families.flatMap((family) =>
      [monday, tuesday].map((on) => ({ ...mealOf(town, family), day: on })),
    ),
  );
  await price();
  return { ...town, ctx, group, families };
}

/** What is held without a price gets one, and stands in the ledger. */
export const price = () =>
  prisma.$transaction((tx) => priceUnpriced(tx, instantOfMoment(moment(at))));

export function mealOf(town: GridTown, family: BuiltFamily | undefined) {
  const inscription = family?.children[0]?.inscriptions[0];
  if (!family || !inscription) throw new Error("The family has a child with an inscription");
  return { inscription, family, unit: { id: town.unit("REPAS") } };
}

interface Spec {
  readonly from?: string;
  readonly to?: string;
  readonly target?: ClosureTarget;
  readonly unitId?: number | "every";
}

const inputOf = ({ from = monday, to = from, target = { kind: "town" }, unitId }: Spec) => ({
  scope: { target, unitId: unitId ?? ("every" as const), period: { from: day(from), to: day(to) } },
  reason,
});

export const foresee = ({ ctx }: Pick<StrikeTown, "ctx">, spec: Spec = {}) =>
  foreseeClosure(ctx.proof, inputOf(spec), day(at.slice(0, 10)));

/** What was shown is what is confirmed. */
export async function declare(town: Pick<StrikeTown, "ctx">, spec: Spec = {}) {
  const shown = await foresee(town, spec);
  if (!shown.ok) throw new Error(shown.refusal);
  return confirm(town, shown.value.stamp, spec);
}

export const confirm = (
  { ctx }: Pick<StrikeTown, "ctx">,
  shown: string,
  { idempotencyKey = key(), ...spec }: Spec & { readonly idempotencyKey?: string } = {},
) => declareClosure(ctx, { ...inputOf(spec), shown, idempotencyKey });

/** The closure's id; throws where it was refused. */
export async function declared(town: Pick<StrikeTown, "ctx">, spec: Spec = {}): Promise<number> {
  const outcome = await declare(town, spec);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.id;
}

export const reopen = ({ ctx }: Pick<StrikeTown, "ctx">, closureId: number) =>
  reopenClosure(ctx, { closureId, idempotencyKey: key() });

/** All that a closure touches, row by row: what reopening must bring back. */
export async function rowsAsTheyStand() {
  const reservations = await prisma.reservation.findMany({
    orderBy: [{ inscriptionId: "asc" }, { day: "asc" }, { unitId: "asc" }],
  });
  const exceptions = await prisma.openingException.findMany({
    orderBy: [{ groupId: "asc" }, { day: "asc" }, { unitId: "asc" }],
  });
  const requests = await prisma.serviceRequest.findMany({
    orderBy: { number: "asc" },
    include: { lines: { orderBy: [{ day: "asc" }, { unitId: "asc" }] } },
  });
  const fees = await prisma.inscriptionFee.findMany({ orderBy: { inscriptionId: "asc" } });
  return { reservations, exceptions, requests, fees, ledger: await ledgerSums() };
}

/** What each family owes of each day and fee; what nets to nothing is not owed. */
export async function ledgerSums() {
  const sums = await prisma.ledgerEntry.groupBy({
    by: ["familyId", "inscriptionId", "unitId", "day"],
    _sum: { amount: true },
    orderBy: [{ familyId: "asc" }, { inscriptionId: "asc" }, { unitId: "asc" }, { day: "asc" }],
  });
  return sums.flatMap(({ _sum: { amount }, ...cell }) => (amount ? [{ ...cell, amount }] : []));
}
