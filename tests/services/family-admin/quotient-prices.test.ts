// A quotient, its correction and a category re-price what is held and not billed.
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { readQuotients } from "@/lib/services/family-admin/quotients";
import { foreseeQuotient, saveQuotient } from "@/lib/services/family-admin/save-quotient";
import { saveCategory } from "@/lib/services/family-admin/save-category";
import { checkLedger } from "@/lib/services/places/check-ledger";
import { emptyTables } from "@/tests/support/database";
import { aGridTown, type GridTown } from "@/tests/services/tariffs/grid-town";
import { amountsOf, aPricedEater, causesOf } from "@/tests/services/tariffs/repriced";
import { anEntry, theOffice } from "./scenario";

let town: GridTown;
let ctx: Awaited<ReturnType<typeof theOffice>>;
let familyId: number;
let childId: number;
// The office works on 10 October: September is billed, October is not.
const days = ["2025-09-15", "2025-10-06", "2025-11-03"];

beforeEach(async () => {
  await emptyTables();
  town = await aGridTown();
  ctx = await theOffice("2025-10-10T10:00");
  const { family } = await aPricedEater(town, { days });
  familyId = family.id;
  childId = family.children[0]?.id ?? 0;
});

async function save(from: string, its: { replaces?: string; reason?: string; quotient?: number }) {
  const { stamp } = await readQuotients(ctx.proof, familyId);
  return saveQuotient(ctx, {
    familyId,
    replaces: its.replaces === undefined ? null : day(its.replaces),
    entry: anEntry({ from, quotientFamilial: its.quotient ?? 80_000 }),
    reason: its.reason ?? "",
    shown: stamp,
    idempotencyKey: crypto.randomUUID(),
  });
}

const amounts = async () => (await amountsOf(familyId)).map(([, amount]) => amount);
const messages = async () => {
  const rows = await prisma.outboxEmail.findMany();
  return rows.map(({ text }) => text.replace(/[\u00a0\u202f]/g, " "));
};

test("a new quotient counts from its own day", async () => {
  expect(await save("2025-11-01", {})).toEqual({ ok: true, value: { priced: 0, repriced: 1 } });
  expect(await amounts()).toEqual([200, 200, 400]);
  const [text, ...others] = await messages();
  expect(others).toEqual([]);
  expect(text).toContain(
    "Le service a enregistré votre situation (quotient familial) qui vaut à partir du 1er nov. 2025.",
  );
  expect(text).toContain("1 réservation : 2,00 € avant, 4,00 € maintenant");
  expect(await checkLedger(prisma)).toEqual([]);
});

test("a correction counts from its own day, up to what is billed, and says why", async () => {
  expect(await save("2024-01-01", { replaces: "2024-01-01" })).toEqual({
    ok: false,
    refusal: "quotient-reason-missing",
  });
  const reason = "Erreur de saisie.";
  expect(await save("2024-01-01", { replaces: "2024-01-01", reason })).toEqual({
    ok: true,
    value: { priced: 0, repriced: 2 },
  });
  expect(await amounts()).toEqual([200, 400, 400]);
  expect((await causesOf(familyId)).slice(-2)).toEqual([
    ["newQuotient", 400],
    ["priceReplaced", -200],
  ]);
  const [text, ...others] = await messages();
  expect(others).toEqual([]);
  expect(text).toContain("Motif : Erreur de saisie.");
  expect(text).toContain("Les jours d’avant le 1er oct. 2025 gardent leur prix.");
  const [event] = await prisma.auditEvent.findMany({ where: { kind: "quotient-corrected" } });
  expect(event?.data).toMatchObject({ reason, repriced: 2 });
  expect(await checkLedger(prisma)).toEqual([]);
});

test("what a quotient touches is said before it is saved", async () => {
  const { stamp: shown } = await readQuotients(ctx.proof, familyId);
  const entry = anEntry({ from: "2025-09-01" });
  const change = { familyId, replaces: null, entry, reason: "", shown };
  expect(await foreseeQuotient(ctx.proof, change, day("2025-10-10"))).toMatchObject({
    value: { following: 2, kept: 1, unpriced: 0, unbilledFrom: "2025-10-01" },
  });
});

test("a quotient that changes no price tells nobody", async () => {
  expect(await save("2025-11-01", { quotient: 59_999 })).toMatchObject({ value: { repriced: 0 } });
  expect(await messages()).toEqual([]);
});

test("a town that keeps announced prices keeps them", async () => {
  await prisma.priceSetting.create({ data: { following: "announcedPrice" } });
  expect(await save("2025-11-01", {})).toMatchObject({ value: { repriced: 0 } });
  expect(await amounts()).toEqual([200, 200, 200]);
  expect(await messages()).toEqual([]);
});

test("a category re-prices what is not billed, of that child only", async () => {
  const other = await aPricedEater(town, { days });
  const saved = await saveCategory(ctx, {
    familyId,
    childId,
    categoryId: town.categories.outside.id,
    shown: town.categories.child.id,
    idempotencyKey: crypto.randomUUID(),
  });
  expect(saved).toEqual({ ok: true, value: { priced: 0, repriced: 2 } });
  expect(await amounts()).toEqual([200, 800, 800]);
  expect((await amountsOf(other.family.id)).map(([, amount]) => amount)).toEqual([200, 200, 200]);
  const [text, ...others] = await messages();
  expect(others).toEqual([]);
  expect(text).toContain("est maintenant « Élève extérieur ».");
  expect(await checkLedger(prisma)).toEqual([]);
});
