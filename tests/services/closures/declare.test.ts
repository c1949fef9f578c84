// A strike: what is foreseen, what closing does in one gesture, and what is refused.
import { prisma } from "@/lib/db";
import { checkLedger } from "@/lib/services/places/check-ledger";
import { aRequest } from "@/tests/support/builders/service-request";
import {
  aStrikeTown,
  confirm,
  declare,
  declared,
  foresee,
  key,
  ledgerSums,
  mealOf,
  monday,
  price,
  reason,
  tuesday,
  type StrikeTown,
} from "./scenario";

let town: StrikeTown;
beforeEach(async () => {
  town = await aStrikeTown(2);
});

const states = async () =>
  (await prisma.requestLine.findMany({ orderBy: { day: "asc" } })).map(({ state }) => state);

test("what is touched is said before anything is written", async () => {
  const [first] = town.families;
  await aRequest(prisma, {
    ...mealOf(town, first),
    family: first ?? { id: 0 },
    lines: [{ unit: { id: town.unit("REPAS") }, day: "2025-10-16" }],
  });
  const before = await ledgerSums();
  const foreseen = await foresee(town, { to: "2025-10-17" });
  expect(foreseen).toMatchObject({
    ok: true,
    value: {
      emails: 2,
      untold: 0,
      figures: {
        groups: 1,
        // Monday, Tuesday, Thursday, Friday: the canteen is closed on Wednesdays anyway.
        days: 4,
        children: 2,
        families: 2,
        places: 5,
        // Four meals at 2,00 €; the fee ends where nothing is left, and what waits is not owed.
        amount: 4 * 200 + 2 * 500,
        waiting: { additions: 1, removals: 0, late: 0 },
      },
    },
  });
  if (!foreseen.ok) throw new Error();
  expect(foreseen.value.figures.unitDays.map(({ day, places }) => [day, places])).toEqual([
    [monday, 2],
    [tuesday, 2],
    ["2025-10-16", 1],
  ]);
  expect(await ledgerSums()).toEqual(before);
  expect(await prisma.openingException.count()).toBe(0);
});

test("closing cancels, gives back and tells each family once", async () => {
  const idempotencyKey = key();
  const shown = await foresee(town);
  if (!shown.ok) throw new Error(shown.refusal);
  const answer = await confirm(town, shown.value.stamp, { idempotencyKey });
  expect(answer).toMatchObject({ ok: true });
  // The same gesture twice is one closure, one e-mail each.
  expect(await confirm(town, shown.value.stamp, { idempotencyKey })).toEqual(answer);
  expect(await prisma.closure.count()).toBe(1);
  expect(await prisma.reservation.groupBy({ by: ["day"], _count: true })).toEqual([
    { day: new Date(tuesday), _count: 2 },
  ]);
  expect(await prisma.openingException.findMany()).toMatchObject([
    { groupId: town.group.id, everyUnit: true, day: new Date(monday), open: false, reason },
  ]);
  const back = await prisma.ledgerEntry.findMany({ where: { cause: "closed" } });
  expect(back.map(({ amount }) => amount)).toEqual([-200, -200]);
  expect(await checkLedger(prisma)).toEqual([]);
  const mails = await prisma.outboxEmail.findMany();
  expect(mails.map(({ subject }) => subject)).toEqual(
    Array<string>(2).fill(`Fermé le 13 oct. 2025\u00a0: ${reason}`),
  );
  expect(mails[0]?.text).toContain("2,00\u00a0€ de moins sur vos factures");
  const events = await prisma.auditEvent.findMany();
  expect(events.map(({ kind }) => kind)).toEqual(["closure-declared"]);
});

test("what waits for an answer is closed without one, and the rest of the request waits on", async () => {
  const [first] = town.families;
  const meal = mealOf(town, first);
  const request = await aRequest(prisma, {
    ...meal,
    lines: [
      { unit: meal.unit, day: "2025-10-16" },
      { unit: meal.unit, day: "2025-10-20" },
    ],
  });
  await price();
  await declared(town, { from: "2025-10-16" });
  expect(await states()).toEqual(["dropped", "pending"]);
  expect(await prisma.serviceRequest.findFirst()).toMatchObject({ state: "pending" });
  await declared(town, { from: "2025-10-20" });
  expect(await states()).toEqual(["dropped", "dropped"]);
  expect(await prisma.serviceRequest.findFirst()).toMatchObject({ state: "dropped" });
  const told = await prisma.requestEvent.findMany({ where: { kind: "dropped" } });
  expect(told[0]?.message).toContain(reason);
  const [mail] = await prisma.outboxEmail.findMany();
  expect(mail?.text).toContain(`demande n°\u00a0${request.number} attendait une réponse`);
  expect(await checkLedger(prisma)).toEqual([]);
});

test("the last day of an inscription takes its fee along", async () => {
  await declared(town, { to: tuesday });
  expect(await prisma.reservation.count()).toBe(0);
  expect(await ledgerSums()).toEqual([]);
  expect(await checkLedger(prisma)).toEqual([]);
});

test("what changed since it was shown is shown again, and nothing is done", async () => {
  const shown = await foresee(town);
  if (!shown.ok) throw new Error(shown.refusal);
  await prisma.account.updateMany({ data: { active: false }, where: { role: "guardian" } });
  const answer = await confirm(town, shown.value.stamp);
  expect(answer).toMatchObject({ ok: false, refusal: "closure-changed", value: { untold: 2 } });
  expect(await prisma.openingException.count()).toBe(0);
  expect(await prisma.reservation.count()).toBe(4);
});

test("one unit closes and the others stay open; an exceptional opening closes too", async () => {
  const { group } = town;
  await prisma.openingException.create({
    data: {
      groupId: group.id,
      everyUnit: true,
      day: new Date("2025-10-15"),
      open: true,
      reason: "Mercredi travaillé",
    },
  });
  await declared(town, { from: "2025-10-15", unitId: town.unit("REPAS") });
  await declared(town, { from: monday, target: { kind: "group", id: group.id } });
  const rows = await prisma.openingException.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ everyUnit, open }) => [everyUnit, open])).toEqual([
    [true, true],
    [false, false],
    [true, false],
  ]);
});

test.each([
  ["a period the wrong way round", { from: tuesday, to: monday }, "closure-reversed"],
  ["a day that has passed", { from: "2025-10-09" }, "closure-past"],
  ["more than 31 days", { to: "2025-11-13" }, "closure-too-long"],
  ["a day on which nothing is open", { from: "2025-10-12" }, "closure-nothing-open"],
  [
    "a group that is not there",
    { target: { kind: "group" as const, id: 9999 } },
    "closure-nothing-open",
  ],
] as const)("%s is refused with its sentence", async (_name, spec, refusal) => {
  expect(await foresee(town, spec)).toEqual({ ok: false, refusal });
  expect(await confirm(town, "0".repeat(64), spec)).toEqual({ ok: false, refusal });
});

test("a day that was closed by hand with its reservations kept is given back by a closure", async () => {
  await prisma.openingException.create({
    data: {
      groupId: town.group.id,
      everyUnit: true,
      day: new Date(monday),
      open: false,
      reason: "Travaux",
    },
  });
  await declared(town);
  expect(await prisma.reservation.count()).toBe(2);
  expect((await prisma.openingException.findMany()).map((one) => one.reason)).toEqual(["Travaux"]);
});

test("who is refused a second time is not charged: a closure of a closed day says so", async () => {
  await declared(town);
  await expect(declare(town)).rejects.toThrow("closure-nothing-open");
});
