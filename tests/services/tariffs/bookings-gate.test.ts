import { aGridTown, anEater, townContext } from "./grid-town";
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { holdGate } from "@/lib/services/tariffs/bookings-gate";
import { publishVersion } from "@/lib/services/tariffs/publish";
import { someReservations } from "@/tests/support/builders/reservation";
import { emptyTables, untilWaiting } from "@/tests/support/database";

beforeEach(emptyTables);

test("a publication waits for the booking that runs, and gives it the price that it could not have", async () => {
  const town = await aGridTown();
  const eater = await anEater(town, { days: ["2025-11-03"] });
  let booked: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (booked = resolve));
  let letGo: () => void = () => undefined;
  const mayEnd = new Promise<void>((resolve) => (letGo = resolve));
  const booking = prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT ${holdGate}`;
    await someReservations(tx, [
      {
        inscription: { id: eater.inscriptionId },
        unit: { id: town.unit("REPAS") },
        day: "2026-03-03",
        family: eater.family,
      },
    ]);
    booked();
    await mayEnd;
  });
  await held;
  const publishing = publishVersion(townContext(town.agent), {
    versionId: town.draft.id,
    revision: 1,
    from: day("2026-01-01"),
    idempotencyKey: crypto.randomUUID(),
  });
  await untilWaiting(1);
  letGo();
  await booking;
  expect(await publishing).toMatchObject({ ok: true, value: { priced: expect.any(Number) } });
  expect(await prisma.reservation.count({ where: { priceId: null } })).toBe(0);
});
