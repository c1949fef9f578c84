import { prisma } from "@/lib/db";
import { cellKey } from "@/lib/domain/booking/context";
import { day } from "@/lib/domain/day";
import { submitReservations } from "@/lib/services/reservations/submit";
import {
  draftAndRecap,
  manualWeek,
  recapInput,
  reservedDays,
  schoolYearNamed,
  weekWishes,
} from "@/tests/support/booking-drafts";
import { emptyTables } from "@/tests/support/database";
import { guardianContext, theDuponts, type Duponts } from "@/tests/support/duponts";

const summer = "2025-07-15T10:09";
let duponts: Duponts;
let year: number;

beforeEach(async () => {
  await emptyTables();
  duponts = await theDuponts();
  year = await schoolYearNamed("2025-2026");
});

async function bookManualYear() {
  const ctx = guardianContext(duponts.family, summer);
  const input = await draftAndRecap(ctx, year, (context) => weekWishes(context, manualWeek));
  await submitReservations(ctx, input);
}

describe("nothing overwritten", () => {
  test("the other parent's change since the recap: a fresh recap, nothing written", async () => {
    const ctx = guardianContext(duponts.family, summer);
    const thomas = guardianContext(duponts.family, summer, 1);
    const mine = await draftAndRecap(ctx, year, (c) => weekWishes(c, { Léo: { Repas: [2] } }));
    const his = await draftAndRecap(thomas, year, (c) => weekWishes(c, { Léo: { Repas: [2, 4] } }));
    expect((await submitReservations(thomas, his)).ok).toBe(true);
    expect(await submitReservations(ctx, mine)).toEqual({ ok: false, refusal: "nothing-to-send" });
    expect(await prisma.submission.count()).toBe(1);
    expect(await prisma.draft.count()).toBe(1);
  });

  test("a recap drawn before a cut-off and sent after it is drawn again", async () => {
    const before = guardianContext(duponts.family, "2025-08-28T23:59");
    const after = guardianContext(duponts.family, "2025-08-29T00:00");
    // The school year starts on Monday 1 September: the Thursday before closes its first week.
    const input = await draftAndRecap(before, year, (c) => weekWishes(c, { Léo: { Repas: [2] } }));
    expect(await submitReservations(after, input)).toEqual({ ok: false, refusal: "plan-changed" });
    expect(await prisma.reservation.count()).toBe(0);
    const fresh = await recapInput(after, year);
    expect((await submitReservations(after, fresh)).ok).toBe(true);
    const days = await reservedDays(duponts.inscription("RESTO_R_PREVERT", "Léo"), "Repas");
    expect(days[0]).toBe("2025-09-09");
  });

  test("up to and including the last minute, it is sent", async () => {
    const before = guardianContext(duponts.family, "2025-08-28T23:59");
    const input = await draftAndRecap(before, year, (c) => weekWishes(c, { Léo: { Repas: [2] } }));
    expect((await submitReservations(before, input)).ok).toBe(true);
    const days = await reservedDays(duponts.inscription("RESTO_R_PREVERT", "Léo"), "Repas");
    expect(days[0]).toBe("2025-09-02");
  });

  test("another device saved the draft: refused", async () => {
    const ctx = guardianContext(duponts.family, summer);
    const first = await draftAndRecap(ctx, year, (c) => weekWishes(c, { Léo: { Repas: [2] } }));
    await draftAndRecap(ctx, year, (c) => weekWishes(c, { Léo: { Repas: [4] } }));
    expect(await submitReservations(ctx, first)).toEqual({ ok: false, refusal: "draft-changed" });
  });
});

describe("taking back", () => {
  test("a reserved meal is free at once; a waiting Wednesday withdraws its line and closes the request", async () => {
    await bookManualYear();
    const ctx = guardianContext(duponts.family, "2025-07-16T08:00");
    const canteen = duponts.inscription("RESTO_R_PREVERT", "Léo");
    const wednesdays = duponts.inscription("CLM_PETITS_PREVERT", "Lucas");
    const meal = await prisma.reservation.findFirstOrThrow({
      where: { inscriptionId: canteen, day: new Date("2025-09-04") },
    });
    const waiting = await prisma.reservation.findMany({ where: { inscriptionId: wednesdays } });
    const input = await draftAndRecap(ctx, year, () => ({
      [cellKey(canteen, meal.unitId, day("2025-09-04"))]: {
        want: false,
        seen: "reserved" as const,
      },
      ...Object.fromEntries(
        waiting.map((r) => [
          cellKey(wednesdays, r.unitId, day(r.day.toISOString().slice(0, 10))),
          { want: false, seen: "pending" as const },
        ]),
      ),
    }));
    const sent = await submitReservations(ctx, input);
    expect(sent.ok).toBe(true);
    expect(await reservedDays(canteen, "Repas")).not.toContain("2025-09-04");
    expect(await prisma.reservation.count({ where: { inscriptionId: wednesdays } })).toBe(0);
    const requests = await prisma.serviceRequest.findMany({
      where: { inscriptionId: wednesdays },
      orderBy: { number: "asc" },
      include: { events: { orderBy: { id: "asc" } } },
    });
    expect(requests.map(({ state }) => state)).toEqual(["withdrawn", "accepted"]);
    expect(requests[0]?.events.map(({ kind }) => kind)).toEqual(["submitted", "withdrawn"]);
  });

  test("one waiting Wednesday of many: the request goes on waiting, its timeline tells it", async () => {
    await bookManualYear();
    const ctx = guardianContext(duponts.family, "2025-07-16T08:00");
    const wednesdays = duponts.inscription("CLM_PETITS_PREVERT", "Lucas");
    const journee = await prisma.reservation.findFirstOrThrow({
      where: { inscriptionId: wednesdays },
    });
    const first = cellKey(wednesdays, journee.unitId, day("2025-09-10"));
    const input = await draftAndRecap(ctx, year, () => ({
      [first]: { want: false, seen: "pending" as const },
    }));
    expect((await submitReservations(ctx, input)).ok).toBe(true);
    const request = await prisma.serviceRequest.findFirstOrThrow({
      where: { inscriptionId: wednesdays },
      orderBy: { number: "asc" },
      include: { events: { orderBy: { id: "asc" } }, lines: { where: { state: "withdrawn" } } },
    });
    expect(request.state).toBe("pending");
    expect(request.lines).toHaveLength(1);
    expect(request.events.map(({ kind }) => kind)).toEqual(["submitted", "withdrawn"]);
  });
});

describe("bad wishes", () => {
  test("a foreign inscription, a closed day and a passed cut-off are not written", async () => {
    const ctx = guardianContext(duponts.family, "2025-09-10T09:00");
    const canteen = duponts.inscription("RESTO_R_PREVERT", "Léo");
    const meal = await prisma.unit.findFirstOrThrow({ where: { code: "REPAS" } });
    const key = (inscription: number, d: string) => cellKey(inscription, meal.id, day(d));
    const free = { want: true, seen: "free" as const };
    const input = await draftAndRecap(ctx, year, () => ({
      [key(999_999, "2025-10-07")]: free,
      [key(canteen, "2025-11-11")]: free,
      [key(canteen, "2025-09-11")]: free,
      [key(canteen, "2025-10-07")]: free,
    }));
    expect((await submitReservations(ctx, input)).ok).toBe(true);
    expect(await prisma.reservation.count()).toBe(1);
    expect(await reservedDays(canteen, "Repas")).toEqual(["2025-10-07"]);
  });
});
