// A closure that is taken back on its day: all that was there, row by row, and what changed since left alone.
import { prisma } from "@/lib/db";
import { moment, instantOfMoment } from "@/lib/domain/day";
import { checkLedger } from "@/lib/services/places/check-ledger";
import { reopenClosure } from "@/lib/services/closures/reopen";
import { aRequest } from "@/tests/support/builders/service-request";
import { someReservations } from "@/tests/support/builders/reservation";
import {
  aStrikeTown,
  declared,
  key,
  mealOf,
  monday,
  price,
  reopen,
  rowsAsTheyStand,
  tuesday,
  type StrikeTown,
} from "./scenario";

let town: StrikeTown;
beforeEach(async () => {
  town = await aStrikeTown(2);
});

/** One waits for a meal, and to be rid of another; Wednesday is open for once. */
async function someWait() {
  const meal = mealOf(town, town.families[0]);
  await aRequest(prisma, {
    ...meal,
    lines: [
      { unit: meal.unit, day: "2025-10-16" },
      { unit: meal.unit, day: "2025-10-17", change: "remove" },
      { unit: meal.unit, day: "2025-11-20" },
    ],
  });
  await prisma.openingException.create({
    data: {
      groupId: town.group.id,
      everyUnit: true,
      day: new Date("2025-10-15"),
      open: true,
      reason: "Mercredi travaillé",
    },
  });
  await price();
}

test("all that was there is there again, row by row, and families are told once more", async () => {
  await someWait();
  const before = await rowsAsTheyStand();
  expect(before.reservations).toHaveLength(7);
  const id = await declared(town, { to: "2025-10-17" });
  expect((await rowsAsTheyStand()).reservations).toHaveLength(1);
  const held = await prisma.ledgerEntry.count();
  expect(await reopen(town, id)).toEqual({
    ok: true,
    value: { id, restored: 6, leftAsChanged: 0 },
  });
  expect(await rowsAsTheyStand()).toEqual(before);
  expect(await checkLedger(prisma)).toEqual([]);
  // It only grows: what was given back is due again by entries of its own.
  expect(await prisma.ledgerEntry.count()).toBeGreaterThan(held);
  const subjects = (await prisma.outboxEmail.findMany()).map(({ subject }) => subject);
  expect(subjects.filter((one) => one.startsWith("Finalement ouvert"))).toHaveLength(2);
  const told = await prisma.requestEvent.findMany({ orderBy: { id: "asc" } });
  expect(told.map(({ kind }) => kind)).toEqual(["submitted", "dropped", "reopened"]);
});

test("closed and reopened twice, it is still what it was", async () => {
  const before = await rowsAsTheyStand();
  for (let i = 0; i < 2; i += 1) await reopen(town, await declared(town, { to: tuesday }));
  expect(await rowsAsTheyStand()).toEqual(before);
  expect(await checkLedger(prisma)).toEqual([]);
});

test("what a family has done meanwhile is left as it is, and said", async () => {
  const id = await declared(town);
  // A colleague has opened the day again for one child, at another price.
  const meal = mealOf(town, town.families[0]);
  await prisma.openingException.deleteMany();
  await someReservations(prisma, [{ ...meal, day: monday, late: true }]);
  await price();
  const mine = await prisma.reservation.findFirstOrThrow({ where: { late: true } });
  expect(await reopen(town, id)).toMatchObject({ value: { restored: 1, leftAsChanged: 1 } });
  expect(await prisma.reservation.findFirst({ where: { late: true } })).toEqual(mine);
  expect(await prisma.reservation.count()).toBe(4);
  expect(await checkLedger(prisma)).toEqual([]);
  const mails = await prisma.outboxEmail.findMany({
    where: { subject: { startsWith: "Finalement" } },
  });
  expect(mails.filter(({ text }) => text.includes("reste comme il est"))).toHaveLength(1);
});

test("a colleague's own closure of the day is not opened by it", async () => {
  const id = await declared(town);
  await prisma.openingException.updateMany({ data: { reason: "Travaux" } });
  expect(await reopen(town, id)).toMatchObject({ value: { restored: 0, leftAsChanged: 2 } });
  expect(await prisma.openingException.findMany()).toMatchObject([
    { open: false, reason: "Travaux" },
  ]);
});

test("once only, on the day itself, and the latest first", async () => {
  const one = await declared(town);
  const two = await declared(town, { to: tuesday });
  expect(await reopen(town, one)).toEqual({ ok: false, refusal: "closure-overlapped" });
  const later = moment("2025-10-11T00:10");
  const tomorrow = { ...town.ctx, moment: later, now: instantOfMoment(later) };
  expect(await reopenClosure(tomorrow, { closureId: two, idempotencyKey: key() })).toEqual({
    ok: false,
    refusal: "closure-too-late",
  });
  expect(await reopen(town, two)).toMatchObject({ ok: true });
  expect(await reopen(town, two)).toEqual({ ok: false, refusal: "closure-reopened" });
  expect(await reopen(town, one)).toMatchObject({ ok: true, value: { restored: 2 } });
  expect(await reopen(town, 9999)).toEqual({ ok: false, refusal: "not-found" });
  expect(await prisma.openingException.count()).toBe(0);
});
