// What is held takes the price of its day when a tariff is published, in the ledger and in one message.
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { checkLedger } from "@/lib/services/places/check-ledger";
import { foreseePublication } from "@/lib/services/tariffs/publish";
import { readPriceSetting, savePriceSetting } from "@/lib/services/tariffs/save-price-setting";
import { emptyTables } from "@/tests/support/database";
import { withStatements } from "@/tests/support/statements";
import { aGridTown, townContext, type GridTown } from "./grid-town";
import { amountsOf, aPricedEater, causesOf, publishDraft } from "./repriced";

let town: GridTown;

beforeEach(async () => {
  await emptyTables();
  town = await aGridTown();
});

const emails = () => prisma.outboxEmail.findMany({ orderBy: { to: "asc" } });

test("a publication re-prices the days from its own on, and no other", async () => {
  const { family } = await aPricedEater(town, { days: ["2025-12-19", "2026-01-05", "2026-01-06"] });
  expect(await publishDraft(town)).toEqual({
    ok: true,
    value: { priced: 0, repriced: 2, families: 1 },
  });
  expect(await amountsOf(family.id)).toEqual([
    ["2025-12-19", 200],
    ["2026-01-05", 180],
    ["2026-01-06", 180],
  ]);
  expect(await causesOf(family.id)).toEqual([
    ["priced", 200],
    ["feeDue", 500],
    ["priced", 200],
    ["newTariff", 180],
    ["priceReplaced", -200],
    ["priced", 200],
    ["newTariff", 180],
    ["priceReplaced", -200],
  ]);
  expect(await checkLedger(prisma)).toEqual([]);
});

test("each family is told once, before and after, by child and activity; a fee follows too", async () => {
  const first = await aPricedEater(town, {
    days: ["2026-01-05", "2026-01-06"],
    dependentChildren: 3,
  });
  const second = await aPricedEater(town, { days: ["2026-03-02"] });
  await publishDraft(town);
  const messages = await emails();
  expect(messages.map(({ to }) => to).sort()).toEqual(
    [first, second].flatMap(({ family }) => family.guardians.map(({ email }) => email)).sort(),
  );
  const mine = messages.find(({ to }) => to === first.family.guardians[0]?.email);
  expect(mine?.subject).toBe("Le prix de vos réservations a changé");
  // 1,80 € less 10 % and the fee of 5,00 € less 10 %.
  const text = mine?.text.replace(/[\u00a0\u202f]/g, " ") ?? "";
  expect(text).toContain("Les prix de « Tarifs 2026 » s’appliquent à partir du 1er janv. 2026.");
  expect(text).not.toContain("gardent leur prix");
  expect(text).toContain("Restauration scolaire, 2 réservations : 9,00 € avant, 7,74 € maintenant");
  expect(text).toContain("En tout : 9,00 € avant, 7,74 € maintenant, soit −1,26 €.");
  expect(await checkLedger(prisma)).toEqual([]);
});

test("nothing moves and nobody is told where the price is the same", async () => {
  await prisma.tariffRule.updateMany({
    where: { versionId: town.draft.id, unitId: town.unit("REPAS") },
    data: { rule: { kind: "fixed", amount: 200 } },
  });
  const { family } = await aPricedEater(town, { days: ["2026-01-05"] });
  const before = await causesOf(family.id);
  expect(await publishDraft(town)).toMatchObject({ value: { repriced: 0, families: 0 } });
  expect(await causesOf(family.id)).toEqual(before);
  expect(await emails()).toEqual([]);
});

test("what is late follows its own unit, and what the service gave away stays free", async () => {
  const late = await aPricedEater(town, { days: ["2026-01-05"], late: true });
  const free = await aPricedEater(town, { days: ["2026-01-05"] });
  await prisma.$executeRaw`UPDATE "Reservation" SET offered = TRUE WHERE "familyId" = ${free.family.id}`;
  await publishDraft(town);
  expect(await amountsOf(late.family.id)).toEqual([["2026-01-05", 1350]]);
  expect(await amountsOf(free.family.id)).toEqual([["2026-01-05", 200]]);
});

test("a town that keeps announced prices keeps them, and prices what had none", async () => {
  const ctx = townContext(town.agent);
  const { stamp } = await readPriceSetting(ctx.proof);
  const save = (shown: string) =>
    savePriceSetting(ctx, {
      following: "announcedPrice",
      shown,
      idempotencyKey: crypto.randomUUID(),
    });
  expect(await save(stamp)).toEqual({ ok: true, value: null });
  expect(await save(stamp)).toEqual({ ok: false, refusal: "settings-changed" });
  const now = await readPriceSetting(ctx.proof);
  expect(await save(now.stamp)).toEqual({ ok: false, refusal: "settings-unchanged" });
  const { family } = await aPricedEater(town, { days: ["2026-01-05"] });
  const foreseen = await foreseePublication(ctx.proof, day("2026-01-01"), day("2025-10-10"));
  expect(foreseen).toMatchObject({ value: { following: 0, kept: 1, unpriced: 0 } });
  expect(await publishDraft(town)).toMatchObject({ value: { repriced: 0, families: 0 } });
  expect(await amountsOf(family.id)).toEqual([["2026-01-05", 200]]);
  expect(await emails()).toEqual([]);
});

test("what will follow is said before", async () => {
  await aPricedEater(town, { days: ["2025-12-19", "2026-01-05"] });
  const { proof } = townContext(town.agent);
  const foreseen = await foreseePublication(proof, day("2026-01-01"), day("2025-10-10"));
  expect(foreseen).toMatchObject({ value: { following: 1, kept: 0, unpriced: 0 } });
});

test("a publication sends as many statements for many families and days as for one", async () => {
  const count = async (families: number, days: readonly string[]) => {
    await emptyTables();
    town = await aGridTown();
    for (let i = 0; i < families; i += 1) await aPricedEater(town, { days });
    const { sent, statements } = await withStatements(() => publishDraft(town));
    expect(sent).toMatchObject({ value: { repriced: families * days.length, families } });
    return statements.length;
  };
  const few = await count(1, ["2026-01-05"]);
  const many = await count(6, ["2026-01-05", "2026-01-06", "2026-01-08", "2026-01-09"]);
  expect(many).toBe(few);
});
