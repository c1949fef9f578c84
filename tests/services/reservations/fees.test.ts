import { prisma } from "@/lib/db";
import type { BookingContext } from "@/lib/domain/booking/context";
import { tickAll } from "@/lib/domain/booking/wishes";
import { day, type Period } from "@/lib/domain/day";
import { submitReservations } from "@/lib/services/reservations/submit";
import { readForecast } from "@/lib/services/tariffs/forecast";
import { readRecap } from "@/lib/services/reservations/read-recap";
import { groupNamed } from "@/prisma/seed/town";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { draftAndRecap, schoolYearNamed } from "@/tests/support/booking-drafts";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { thePricedDuponts } from "@/tests/support/priced-duponts";

const summer = "2025-07-15T10:09";
const autumn: Period = { from: day("2025-10-20"), to: day("2025-10-24") };
const christmas: Period = { from: day("2025-12-22"), to: day("2025-12-24") };
let family: BuiltFamily;
let year: number;

beforeEach(async () => {
  await emptyTables();
  const { town } = await thePricedDuponts("2025-12-20");
  year = await schoolYearNamed("2025-2026");
  const group = groupNamed(town, "CLV_PREVERT", "2025-2026").row;
  family = await aFamily(prisma, { children: [{ inscriptions: [{ group }] }] });
  const category = await prisma.tariffCategory.findUniqueOrThrow({ where: { code: "ENFANT" } });
  await prisma.familyChild.updateMany({
    where: { familyId: family.id },
    data: { categoryId: category.id },
  });
});

const ids = ({ inscriptions }: BookingContext) => inscriptions.map(({ id }) => id);

async function send(period: Period, want: boolean) {
  const ctx = guardianContext(family, summer);
  const input = await draftAndRecap(ctx, year, (context) =>
    tickAll(context, {}, ids(context), period, want),
  );
  const recap = await readRecap(ctx.proof, { schoolYearId: year, moment: ctx.moment });
  const sent = await submitReservations(ctx, input);
  if (!sent.ok) throw new Error(sent.refusal);
  const fees = [...(recap?.cost.byInscription.values() ?? [])].flatMap((cost) => cost.fees);
  return { ctx, total: recap?.cost.total.amount, fees: fees.map(({ amount }) => amount) };
}

test("the registration fee is charged once, with the first day, and said at the recap", async () => {
  const first = await send(autumn, true);
  expect(first.fees).toEqual([105]);
  expect(await prisma.inscriptionFee.count()).toBe(1);
  const second = await send(christmas, true);
  expect(second.fees).toEqual([]);
  expect(await prisma.inscriptionFee.count()).toBe(1);
  // Five days at the top bracket (nobody knows the quotient), and the fee, in October.
  const [october] = await readForecast(first.ctx.proof, day("2025-10-01"));
  expect(october?.cost).toEqual({ amount: 5 * 1361 + 105, unpriced: 0 });
  expect(first.total).toBe(5 * 1361 + 105);
});

test("without any day left the fee is no longer due, and comes back at the price it had", async () => {
  await send(autumn, true);
  const none = await send(autumn, false);
  expect(none.fees).toEqual([-105]);
  expect(await readForecast(none.ctx.proof, day("2025-10-01"))).toEqual([]);
  const again = await send(christmas, true);
  expect(again.fees).toEqual([105]);
  const [december] = await readForecast(again.ctx.proof, day("2025-12-01"));
  expect(december?.cost.amount).toBe(3 * 1361 + 105);
});
