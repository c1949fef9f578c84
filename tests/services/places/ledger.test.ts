// What the ledger says of each change of a place, and what the database refuses of it.
import { prisma } from "@/lib/db";
import { addDays } from "@/lib/domain/day";
import { costByDay } from "@/lib/domain/tariff/cost";
import type { LedgerEntry } from "@/lib/generated/prisma/client";
import { checkLedger } from "@/lib/services/places/check-ledger";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { guardianContext } from "@/tests/support/duponts";
import {
  aHolidayChild,
  all,
  answer,
  entries,
  examined,
  family,
  ledger,
  monday,
  send,
  summer,
  year,
} from "./scenario";

beforeEach(aHolidayChild);

test("a place that is given back leaves what it cost, and what took it back", async () => {
  await examined(false);
  await send(0, 0, true);
  await send(0, 0, false);
  const rows = await entries();
  expect(rows.map(({ amount, cause }) => [cause, amount])).toEqual([
    ["booked", 1361],
    ["feeDue", 105],
    ["cancelled", -1361],
    ["feeEnded", -105],
  ]);
  const [booked, fee, cancelled, ended] = rows;
  expect([cancelled?.reversesId, ended?.reversesId]).toEqual([booked?.id, fee?.id]);
  const requests = await prisma.serviceRequest.findMany({ orderBy: { number: "asc" } });
  expect([booked?.requestId, cancelled?.requestId]).toEqual(requests.map(({ id }) => id));
  expect(await ledger()).toBe(0);
});

test("a fee stays on its day when that day goes and others are left", async () => {
  await send(0, 2, true);
  await send(0, 0, false);
  const fees = (await entries()).filter(({ cause }) => cause === "feeDue");
  expect(fees.map((fee) => fee.day.toISOString().slice(0, 10))).toEqual(["2025-10-20"]);
  const { proof, moment } = guardianContext(family, summer);
  const page = await readBooking(proof, { schoolYearId: year, moment });
  expect(page && costByDay(page.context, [], page.prices).get(monday)?.amount).toBe(105);
});

test("what waits is entered when it is asked for, and goes with the refusal", async () => {
  await examined(true);
  await send(0, 0, true);
  expect(await ledger()).toBe(1361 + 105);
  await answer("refuse");
  const causes = (await all()).map(({ cause }) => cause);
  expect(causes.slice(2).sort()).toEqual(["additionRefused", "feeEnded"]);
  expect(await ledger()).toBe(0);
});

test("the check names the cell and the fee where the two disagree", async () => {
  await send(0, 1, true);
  await prisma.reservation.deleteMany({ where: { day: new Date(monday) } });
  const [{ inscriptionId = 0, unitId = 0 } = {}] = await entries();
  const fault = { familyId: family.id, inscriptionId, unitId };
  expect(await checkLedger(prisma)).toEqual([{ ...fault, day: monday, entered: 1361, held: 0 }]);
  await prisma.reservation.deleteMany();
  expect((await checkLedger(prisma)).map(({ day: on, entered }) => [on, entered])).toEqual([
    [monday, 1361],
    [addDays(monday, 1), 1361],
    [null, 105],
  ]);
});

test("nobody changes an entry, takes it out or takes it back twice", async () => {
  await send(0, 0, true);
  const [entry] = await entries();
  if (!entry) throw new Error("Nothing was entered");
  await expect(prisma.ledgerEntry.updateMany({ data: { amount: 0 } })).rejects.toThrow(
    /append-only: UPDATE/,
  );
  await expect(prisma.ledgerEntry.deleteMany()).rejects.toThrow(/append-only: DELETE/);
  const { id: reversesId, ...same } = entry;
  const back = { ...same, amount: -same.amount, cause: "cancelled" as const, reversesId };
  await prisma.ledgerEntry.create({ data: back });
  await expect(prisma.ledgerEntry.create({ data: back })).rejects.toThrow(/Unique constraint/);
  await expect(prisma.ledgerEntry.create({ data: { ...back, cause: "booked" } })).rejects.toThrow();
});

test("an entry names what is there, at its price, and nothing that it names goes", async () => {
  await send(0, 0, true);
  const [entry] = await entries();
  if (!entry) throw new Error("Nothing was entered");
  const { id: reversesId, ...same } = entry;
  const nobody = crypto.randomUUID();
  const wrong: Partial<LedgerEntry>[] = [
    { childId: same.childId + 1 },
    { familyId: 999 },
    { unitId: 999 },
    { priceId: nobody },
    { amount: same.amount + 1 },
    { requestId: nobody },
    { amount: -same.amount, cause: "cancelled", reversesId: 999_999 },
    { amount: -same.amount, cause: "cancelled", reversesId, day: new Date("2025-10-21") },
  ];
  for (const difference of wrong)
    await expect(prisma.ledgerEntry.create({ data: { ...same, ...difference } })).rejects.toThrow(
      /LedgerEntry_check/,
    );
  await prisma.requestLine.deleteMany();
  await prisma.requestEvent.deleteMany();
  await expect(prisma.serviceRequest.deleteMany()).rejects.toThrow(/LedgerEntry names this row/);
});
