import { at, anEntry, theOffice, today } from "./scenario";
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { submitReservations } from "@/lib/services/reservations/submit";
import { readFamilySituation } from "@/lib/services/tariffs/family-situation";
import type { QuotientChange } from "@/lib/services/family-admin/plan-quotient";
import { readQuotients } from "@/lib/services/family-admin/quotients";
import { foreseeQuotient, saveQuotient } from "@/lib/services/family-admin/save-quotient";
import {
  draftAndRecap,
  manualWeek,
  schoolYearNamed,
  weekWishes,
} from "@/tests/support/booking-drafts";
import { emptyTables } from "@/tests/support/database";
import { guardianContext, type Duponts } from "@/tests/support/duponts";
import { thePricedDuponts } from "@/tests/support/priced-duponts";

let duponts: Duponts;
let ctx: Awaited<ReturnType<typeof theOffice>>;

beforeEach(async () => {
  await emptyTables();
  duponts = await thePricedDuponts("2026-11-22");
  ctx = await theOffice();
});

const familyId = () => duponts.family.id;
const history = () => readQuotients(ctx.proof, familyId());
const days = async () => (await history()).entries.map(({ from }) => from);

async function asked(its: Partial<QuotientChange> = {}): Promise<QuotientChange> {
  const { stamp } = await history();
  return {
    familyId: familyId(),
    replaces: null,
    entry: anEntry(),
    reason: "Erreur",
    shown: stamp,
    ...its,
  };
}
async function save(its: Partial<QuotientChange> & { idempotencyKey?: string } = {}) {
  const { idempotencyKey = crypto.randomUUID(), ...change } = its;
  return saveQuotient(ctx, { ...(await asked(change)), idempotencyKey });
}
const refusal = async (its: Partial<QuotientChange>) => {
  const outcome = await save(its);
  return outcome.ok ? "saved" : outcome.refusal;
};

async function bookYear(when: string) {
  const year = await schoolYearNamed("2026-2027");
  const parent = guardianContext(duponts.family, when);
  const input = await draftAndRecap(parent, year, (context) => weekWishes(context, manualWeek));
  const sent = await submitReservations(parent, input);
  if (!sent.ok) throw new Error(sent.refusal);
}
const amounts = async (from: string) =>
  prisma.reservation.findMany({
    where: { day: { gte: new Date(from) }, familyId: familyId() },
    orderBy: [{ inscriptionId: "asc" }, { day: "asc" }],
    select: { price: { select: { amount: true } } },
  });

test("a new entry begins on its day, and the journal keeps old and new", async () => {
  expect(await save()).toEqual({ ok: true, value: { priced: 0, repriced: 0 } });
  const { entries } = await history();
  expect(entries[0]).toMatchObject({ ...anEntry(), until: null });
  expect(entries[1]).toMatchObject({ from: "2026-01-01", until: "2026-12-31" });
  const [event] = await prisma.auditEvent.findMany();
  expect(event).toMatchObject({
    kind: "quotient-added",
    familyId: familyId(),
    accountId: ctx.proof.accountId,
    data: { was: null, now: { from: "2027-01-01", quotientFamilial: 61_050, parts: 300 } },
  });
});

test("the parent's simulation and calendar show it at once", async () => {
  await bookYear(at);
  expect(await save({ entry: anEntry({ from: "2026-11-22" }) })).toMatchObject({ ok: true });
  const parent = guardianContext(duponts.family, at);
  const { quotient } = await readFamilySituation(parent.proof, day("2026-11-22"));
  expect(quotient).toMatchObject({ quotientFamilial: 61_050, source: "Avis d’imposition 2026" });
  const schoolYearId = await schoolYearNamed("2026-2027");
  const booking = await readBooking(parent.proof, { schoolYearId, moment: parent.moment });
  const explained = [...(booking?.explained.steps.values() ?? [])];
  expect(JSON.stringify(explained)).toContain("610,50");
});

test("what it changes is said before: from which day to which, and how many follow", async () => {
  await bookYear(at);
  const following = (await amounts("2027-01-01")).length;
  const foreseen = await foreseeQuotient(ctx.proof, await asked(), today);
  expect(foreseen).toMatchObject({
    ok: true,
    value: { was: null, days: { from: "2027-01-01", to: null }, following, kept: 0, unpriced: 0 },
  });
  const between = await foreseeQuotient(
    ctx.proof,
    await asked({ entry: anEntry({ from: "2025-09-01" }) }),
    today,
  );
  expect(between).toMatchObject({ value: { days: { from: "2025-09-01", to: "2025-12-31" } } });
  expect(await prisma.auditEvent.count({ where: { kind: { startsWith: "quotient" } } })).toBe(0);
});

test("an entry is corrected, moved and removed", async () => {
  await save();
  const corrected = anEntry({ from: "2027-02-01", quotientFamilial: null });
  expect(await save({ replaces: day("2027-01-01"), entry: corrected })).toMatchObject({ ok: true });
  expect((await history()).entries[0]).toMatchObject(corrected);
  expect(await save({ replaces: day("2027-02-01"), entry: null })).toMatchObject({ ok: true });
  expect(await days()).toEqual(["2026-01-01", "2025-01-01"]);
  const events = await prisma.auditEvent.findMany({ orderBy: { id: "asc" } });
  expect(events.map(({ kind }) => kind)).toEqual([
    "quotient-added",
    "quotient-corrected",
    "quotient-removed",
  ]);
  expect(events[1]?.data).toMatchObject({
    was: { from: "2027-01-01", quotientFamilial: 61_050 },
    now: { from: "2027-02-01", quotientFamilial: null },
  });
});

test("reservations without a price get it with the quotient that was missing", async () => {
  await bookYear(at);
  await prisma.reservation.updateMany({ where: { familyId: familyId() }, data: { priceId: null } });
  const saved = await save();
  expect(saved.ok && saved.value.priced).toBeGreaterThan(0);
  expect((await amounts("2027-01-01")).every(({ price }) => price !== null)).toBe(true);
});

test("nothing changed, a day that is taken, an entry or a family that is not there: refused", async () => {
  await save();
  const replaces = day("2027-01-01");
  expect(await refusal({ replaces })).toBe("quotient-unchanged");
  expect(await refusal({})).toBe("quotient-day-taken");
  expect(await refusal({ replaces, entry: anEntry({ from: "2026-01-01" }) })).toBe(
    "quotient-day-taken",
  );
  expect(await refusal({ replaces: day("2027-01-02") })).toBe("not-found");
  expect(await refusal({ entry: null })).toBe("not-found");
  expect(await refusal({ familyId: 999_999 })).toBe("not-found");
  expect(await foreseeQuotient(ctx.proof, await asked({ familyId: 999_999 }), today)).toEqual({
    ok: false,
    refusal: "not-found",
  });
});

test("a colleague's save is seen, never overwritten; of two at once one is saved", async () => {
  const { stamp } = await history();
  await save();
  expect(await refusal({ shown: stamp, entry: anEntry({ from: "2027-03-01" }) })).toBe(
    "quotients-changed",
  );
  const shown = (await history()).stamp;
  const outcomes = await Promise.all(
    ["2027-04-01", "2027-05-01"].map((from) => refusal({ shown, entry: anEntry({ from }) })),
  );
  expect(outcomes.sort()).toEqual(["quotients-changed", "saved"]);
});

test("the same key gives the same answer, once", async () => {
  const change = { ...(await asked()), idempotencyKey: crypto.randomUUID() };
  const first = await saveQuotient(ctx, change);
  expect(await saveQuotient(ctx, change)).toEqual(first);
  expect(await saveQuotient(ctx, { ...change, entry: anEntry({ parts: 350 }) })).toEqual({
    ok: false,
    refusal: "key-reused",
  });
  expect(await prisma.auditEvent.count()).toBe(1);
});
