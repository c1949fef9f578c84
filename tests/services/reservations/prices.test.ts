import { prisma } from "@/lib/db";
import { cellKey } from "@/lib/domain/booking/context";
import { day, type Day } from "@/lib/domain/day";
import { cents, formatDifference } from "@/lib/domain/money";
import { readForecast } from "@/lib/services/tariffs/forecast";
import { priceUnpriced } from "@/lib/services/tariffs/price-unpriced";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { readRecap } from "@/lib/services/reservations/read-recap";
import { readSubmission } from "@/lib/services/reservations/read-submission";
import { submitReservations } from "@/lib/services/reservations/submit";
import {
  draftAndRecap,
  manualWeek,
  schoolYearNamed,
  weekWishes,
} from "@/tests/support/booking-drafts";
import { emptyTables } from "@/tests/support/database";
import { guardianContext, type Duponts } from "@/tests/support/duponts";
import { thePricedDuponts } from "@/tests/support/priced-duponts";
import { withStatements } from "@/tests/support/statements";

const summer = "2025-07-15T10:09";
let duponts: Duponts;
let year: number;

beforeEach(async () => {
  await emptyTables();
  duponts = await thePricedDuponts("2025-12-20");
  year = await schoolYearNamed("2025-2026");
});

async function bookManualYear(at = summer) {
  const ctx = guardianContext(duponts.family, at);
  const input = await draftAndRecap(ctx, year, (context) => weekWishes(context, manualWeek));
  const sent = await submitReservations(ctx, input);
  if (!sent.ok) throw new Error(sent.refusal);
  return { ctx, submissionId: sent.value.submissionId };
}

const leoMeals = () => duponts.inscription("RESTO_R_PREVERT", "Léo");

/** The grid of 2025 once more, from 2026 on. */
async function publishNext(): Promise<void> {
  const next = await prisma.tariffVersion.create({
    data: {
      name: "Tarifs 2026",
      state: "draft",
      unknownQuotient: "highest",
      reductions: [],
      createdAt: new Date("2025-12-01T08:00:00Z"),
    },
  });
  await prisma.$executeRaw`
    INSERT INTO "TariffRule" ("versionId", "unitId", "categoryId", rule)
    SELECT ${next.id}, r."unitId", r."categoryId", r.rule
    FROM "TariffRule" r JOIN "TariffVersion" v ON v.id = r."versionId" WHERE v.name = 'Tarifs 2025'`;
  await prisma.$executeRaw`
    UPDATE "TariffVersion" SET state = 'published', "validFrom" = '2026-01-01', "publishedAt" = '2025-12-20'
    WHERE id = ${next.id}`;
}

async function keptOn(inscriptionId: number, d: Day) {
  const row = await prisma.reservation.findFirstOrThrow({
    where: { inscriptionId, day: new Date(`${d}T00:00:00Z`) },
    include: { price: { include: { version: true } } },
  });
  return row.price;
}

test("each reservation keeps the price, the version and the explanation of its own day", async () => {
  await bookManualYear();
  // Bracket of 845,00 then 912,00: 650 to 899,99 in 2025, 900 to 1 199,99 in 2026.
  const autumn = await keptOn(leoMeals(), day("2025-09-02"));
  expect([autumn?.amount, autumn?.version.name]).toEqual([329, "Tarifs 2025"]);
  expect(autumn?.lines).toEqual([
    { label: "Tarifs 2025, catégorie « Enfant »", amount: null },
    { label: "Quotient familial 845,00\u00a0: tranche de 650,00 à 899,99", amount: 329 },
  ]);
  const winter = await keptOn(leoMeals(), day("2026-01-06"));
  expect([winter?.amount, winter?.version.name]).toEqual([409, "Tarifs 2026"]);
  // A handful of rows for the whole year.
  expect(await prisma.price.count()).toBeLessThanOrEqual(8);
  expect(await prisma.reservation.count({ where: { priceId: null } })).toBe(0);
});

test("the recap's figure is what the lines and the reservations add up to", async () => {
  const ctx = guardianContext(duponts.family, summer);
  await draftAndRecap(ctx, year, (context) => weekWishes(context, manualWeek));
  const recap = await readRecap(ctx.proof, { schoolYearId: year, moment: ctx.moment });
  const { submissionId } = await bookManualYear();
  const confirmation = await readSubmission(ctx.proof, submissionId);
  const lines = confirmation?.requests.flatMap((request) => request.lines) ?? [];
  const announced = lines.reduce((sum, { cost }) => sum + cost.amount, 0);
  const [kept] = await prisma.$queryRaw<{ sum: number }[]>`
    SELECT sum(p.amount)::int AS sum FROM "Reservation" r JOIN "Price" p ON p.id = r."priceId"`;
  expect(recap?.cost.total).toEqual({ amount: announced, unpriced: 0 });
  expect(confirmation?.total).toEqual(recap?.cost.total);
  const [mail] = await prisma.outboxEmail.findMany();
  expect(mail?.text).toContain(`Prix de l’ensemble\u00a0: ${formatDifference(cents(announced))}.`);
  expect(kept?.sum).toBe(announced);
  expect(announced).toBeGreaterThan(0);
});

test("pricing a year takes no statement more", async () => {
  const ctx = guardianContext(duponts.family, summer);
  const input = await draftAndRecap(ctx, year, (context) => weekWishes(context, manualWeek));
  const { statements } = await withStatements(async () => {
    await submitReservations(ctx, input);
  });
  const between = statements.filter((sql) => !/^(BEGIN|COMMIT)/.test(sql));
  expect(between.length).toBeLessThanOrEqual(8);
});

test("a price that changes between the recap and the sending is not sent unread", async () => {
  const ctx = guardianContext(duponts.family, summer);
  const input = await draftAndRecap(ctx, year, (context) => weekWishes(context, manualWeek));
  await prisma.familyQuotient.updateMany({ data: { quotientFamilial: 20_000 } });
  expect(await submitReservations(ctx, input)).toEqual({ ok: false, refusal: "plan-changed" });
  expect(await prisma.reservation.count()).toBe(0);
});

test("what was validated keeps its price when the quotient changes afterwards", async () => {
  const { ctx } = await bookManualYear();
  await prisma.familyQuotient.updateMany({ data: { quotientFamilial: 20_000 } });
  const page = await readBooking(ctx.proof, { schoolYearId: year, moment: ctx.moment });
  const repas = page?.context.inscriptions.find(({ id }) => id === leoMeals())?.units[0];
  const key = cellKey(leoMeals(), repas?.id ?? 0, day("2025-09-02"));
  expect(page?.prices.kept[key]).toBe(329);
  expect((await keptOn(leoMeals(), day("2025-09-02")))?.amount).toBe(329);
});

test("a family without quotient pays the town's explicit default, and reads why", async () => {
  await prisma.familyQuotient.deleteMany();
  await bookManualYear();
  const price = await keptOn(leoMeals(), day("2025-09-02"));
  expect(price?.amount).toBe(552);
  expect(JSON.stringify(price?.lines)).toContain("Quotient familial inconnu");
});

describe("before a tariff is published", () => {
  beforeEach(async () => {
    await emptyTables();
    duponts = await thePricedDuponts("2025-07-15");
    year = await schoolYearNamed("2025-2026");
    await prisma.$executeRaw`UPDATE "TariffVersion" SET "validTo" = '2026-01-01' WHERE name = 'Tarifs 2025'`;
  });

  test("one books all the same, and the price comes with the publication", async () => {
    await bookManualYear();
    const unpriced = await prisma.reservation.count({ where: { priceId: null } });
    expect(unpriced).toBeGreaterThan(100);
    expect(await keptOn(leoMeals(), day("2026-01-06"))).toBeNull();
    await publishNext();
    expect(
      await prisma.$transaction((tx) =>
        priceUnpriced(tx, guardianContext(duponts.family, summer).now),
      ),
    ).toBe(unpriced);
    const winter = await keptOn(leoMeals(), day("2026-01-06"));
    expect([winter?.amount, winter?.version.name]).toEqual([403, "Tarifs 2026"]);
    expect((await keptOn(leoMeals(), day("2025-09-02")))?.version.name).toBe("Tarifs 2025");
    // Once is enough.
    expect(
      await prisma.$transaction((tx) =>
        priceUnpriced(tx, guardianContext(duponts.family, summer).now),
      ),
    ).toBe(0);
  });

  test("the forecast tells what has no price yet, and never as 0", async () => {
    const { ctx } = await bookManualYear();
    const months = await readForecast(ctx.proof, day("2025-12-01"));
    const [december, january] = months;
    expect([december?.month, december?.cost.unpriced]).toEqual(["2025-12-01", 0]);
    expect(december?.cost.amount).toBeGreaterThan(0);
    expect(january?.cost).toEqual({ amount: 0, unpriced: expect.any(Number) });
    expect(january?.cost.unpriced).toBeGreaterThan(10);
  });
});
