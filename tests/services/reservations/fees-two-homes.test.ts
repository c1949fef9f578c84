// A fee is due once a child, activity and year: of two homes, the one that books first pays it.
import { prisma } from "@/lib/db";
import type { BookingContext } from "@/lib/domain/booking/context";
import { tickAll } from "@/lib/domain/booking/wishes";
import { day, type Period } from "@/lib/domain/day";
import { checkLedger } from "@/lib/services/places/check-ledger";
import { readRecap } from "@/lib/services/reservations/read-recap";
import { submitReservations } from "@/lib/services/reservations/submit";
import { priceUnpriced } from "@/lib/services/tariffs/price-unpriced";
import { groupNamed } from "@/prisma/seed/town";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { someReservations } from "@/tests/support/builders/reservation";
import { draftAndRecap, schoolYearNamed } from "@/tests/support/booking-drafts";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { thePricedDuponts } from "@/tests/support/priced-duponts";

const summer = "2025-07-15T10:09";
const autumn: Period = { from: day("2025-10-20"), to: day("2025-10-24") };
const christmas: Period = { from: day("2025-12-22"), to: day("2025-12-24") };
let mother: BuiltFamily;
let father: BuiltFamily;
let year: number;

beforeEach(async () => {
  await emptyTables();
  const { town } = await thePricedDuponts("2025-12-20");
  year = await schoolYearNamed("2025-2026");
  const group = groupNamed(town, "CLV_PREVERT", "2025-2026").row;
  mother = await aFamily(prisma, { children: [{ inscriptions: [{ group }] }] });
  father = await aFamily(prisma, { children: mother.children.map((existing) => ({ existing })) });
  const category = await prisma.tariffCategory.findUniqueOrThrow({ where: { code: "ENFANT" } });
  await prisma.familyChild.updateMany({
    where: { familyId: { in: [mother.id, father.id] } },
    data: { categoryId: category.id },
  });
});

const ids = ({ inscriptions }: BookingContext) => inscriptions.map(({ id }) => id);

async function drafted(family: BuiltFamily, period: Period, want: boolean) {
  const ctx = guardianContext(family, summer);
  const input = await draftAndRecap(ctx, year, (context) =>
    tickAll(context, {}, ids(context), period, want),
  );
  const recap = await readRecap(ctx.proof, { schoolYearId: year, moment: ctx.moment });
  const costs = [...(recap?.cost.byInscription.values() ?? [])];
  return {
    input,
    fees: costs.flatMap(({ fees }) => fees.map(({ amount }) => amount)),
    settled: costs.flatMap(({ settled }) => settled.map(({ label, by }) => `${label}: ${by}`)),
  };
}

const sendAs = (family: BuiltFamily, { input }: Awaited<ReturnType<typeof drafted>>) =>
  submitReservations(guardianContext(family, summer), input);

async function send(family: BuiltFamily, period: Period, want = true) {
  const draft = await drafted(family, period, want);
  expect(await sendAs(family, draft)).toMatchObject({ ok: true });
  return draft;
}

/** What each home owes for fees, as the ledger says. */
async function feesOf() {
  const rows = await prisma.ledgerEntry.groupBy({
    by: ["familyId"],
    where: { cause: { in: ["feeDue", "feeEnded"] } },
    _sum: { amount: true },
  });
  const of = ({ id }: BuiltFamily) => rows.find((row) => row.familyId === id)?._sum.amount ?? 0;
  return { mother: of(mother), father: of(father) };
}

test("the other home does not pay again, and reads that it is paid, without an amount", async () => {
  expect(await send(mother, autumn)).toMatchObject({ fees: [105], settled: [] });
  const second = await send(father, christmas);
  expect(second).toMatchObject({ fees: [], settled: ["Frais d’inscription: otherHome"] });
  expect(await feesOf()).toEqual({ mother: 105, father: 0 });
  expect(await checkLedger(prisma)).toEqual([]);
});

test("both at once: one pays, the other is shown a new recap before it sends", async () => {
  const drafts = [await drafted(mother, autumn, true), await drafted(father, christmas, true)];
  expect(drafts.map(({ fees }) => fees)).toEqual([[105], [105]]);
  const sent = await Promise.all(
    [mother, father].map((family, i) => {
      const draft = drafts[i];
      if (!draft) throw new Error("Two drafts");
      return sendAs(family, draft);
    }),
  );
  expect(sent.map((one) => (one.ok ? "sent" : one.refusal)).sort()).toEqual([
    "plan-changed",
    "sent",
  ]);
  const { mother: hers, father: his } = await feesOf();
  expect(hers + his).toBe(105);
});

test("the fee ends with the last day of who paid it; the next booking of the other home brings it", async () => {
  await send(mother, autumn);
  await send(father, { from: christmas.from, to: christmas.from });
  expect((await send(mother, autumn, false)).fees).toEqual([-105]);
  expect(await feesOf()).toEqual({ mother: 0, father: 0 });
  expect((await send(father, christmas)).fees).toEqual([105]);
  expect((await send(mother, autumn)).fees).toEqual([]);
  expect(await feesOf()).toEqual({ mother: 0, father: 105 });
  expect(await checkLedger(prisma)).toEqual([]);
});

test("priced later, of two homes that hold days one is charged", async () => {
  const inscription = mother.children[0]?.inscriptions[0];
  if (!inscription) throw new Error("The child has an inscription");
  const unit = await prisma.unit.findFirstOrThrow({
    where: { activity: { groups: { some: { id: inscription.groupId } } }, agentOnly: false },
  });
  await someReservations(prisma, [
    { inscription, unit, day: "2025-12-22", family: mother },
    { inscription, unit, day: "2025-10-20", family: father },
  ]);
  const { now } = guardianContext(mother, summer);
  await prisma.$transaction((tx) => priceUnpriced(tx, now));
  expect(await feesOf()).toEqual({ mother: 0, father: 105 });
  expect(await checkLedger(prisma)).toEqual([]);
});
