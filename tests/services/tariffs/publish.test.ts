import { aGridTown, anEater, townContext, type GridTown } from "./grid-town";
import { dateToDay, prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { copyVersion } from "@/lib/services/tariffs/copy-version";
import { foreseePublication, publishVersion } from "@/lib/services/tariffs/publish";
import { saveCells } from "@/lib/services/tariffs/save-cells";
import { emptyTables } from "@/tests/support/database";

let town: GridTown;
let ctx: ReturnType<typeof townContext>;

beforeEach(async () => {
  await emptyTables();
  town = await aGridTown();
  ctx = townContext(town.agent);
});

const publish = (its: Partial<Parameters<typeof publishVersion>[1]> = {}) =>
  publishVersion(ctx, {
    versionId: town.draft.id,
    revision: 1,
    from: day("2026-01-01"),
    idempotencyKey: crypto.randomUUID(),
    ...its,
  });

const periods = async () => {
  const rows = await prisma.tariffVersion.findMany({ orderBy: { id: "asc" } });
  const text = (date: Date | null) => (date === null ? null : dateToDay(date));
  return rows.map((v) => [v.name, v.state, text(v.validFrom), text(v.validTo)]);
};

test("a complete draft is in force from its day; the one before ends there", async () => {
  expect(await publish()).toEqual({ ok: true, value: { priced: 0, repriced: 0, families: 0 } });
  expect(await periods()).toEqual([
    ["Tarifs 2025", "published", "2025-01-01", "2026-01-01"],
    ["Tarifs 2026", "published", "2026-01-01", null],
  ]);
  expect(await prisma.auditEvent.findMany({ select: { kind: true, data: true } })).toEqual([
    {
      kind: "tariff-published",
      data: {
        from: "2026-01-01",
        endsId: town.inForce.id,
        priced: 0,
        repriced: 0,
        families: 0,
      },
    },
  ]);
});

test("never today nor before, nor where another tariff was published", async () => {
  for (const from of ["2025-10-09", "2025-10-10"])
    expect(await publish({ from: day(from) })).toMatchObject({ refusal: "tariff-date-too-early" });
  const second = await copyVersion(ctx, {
    modelId: town.draft.id,
    name: "Tarifs 2026 bis",
    idempotencyKey: crypto.randomUUID(),
  });
  expect(await publish({ from: day("2025-10-11") })).toMatchObject({ ok: true });
  const versionId = second.ok ? second.value.id : 0;
  expect(await publish({ versionId, from: day("2025-10-11") })).toMatchObject({
    refusal: "tariff-period-taken",
  });
  expect(await publish({ versionId, from: day("2025-10-12") })).toMatchObject({ ok: true });
});

test("an incomplete draft, a colleague's save, a published version: refused, nothing written", async () => {
  const before = await periods();
  await saveCells(ctx, {
    versionId: town.draft.id,
    revision: 1,
    cells: [{ unitId: town.unit("REPAS"), categoryId: town.categories.child.id, rule: null }],
    source: "form",
    idempotencyKey: crypto.randomUUID(),
  });
  expect(await publish()).toMatchObject({ refusal: "tariff-draft-changed" });
  expect(await publish({ revision: 2 })).toMatchObject({ refusal: "tariff-incomplete" });
  expect(await publish({ versionId: town.inForce.id })).toMatchObject({
    refusal: "tariff-published",
  });
  expect(await periods()).toEqual(before);
});

test("of two agents who publish at the same moment one does, the other is told", async () => {
  const copies = await Promise.all(
    ["A", "B", "C"].map((name) =>
      copyVersion(ctx, {
        modelId: town.draft.id,
        name: `Copie ${name}`,
        idempotencyKey: crypto.randomUUID(),
      }),
    ),
  );
  const outcomes = await Promise.all(
    copies.map((copy) => publish({ versionId: copy.ok ? copy.value.id : 0 })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((o) => !o.ok && o.refusal === "tariff-period-taken")).toHaveLength(2);
  // The same draft, twice.
  const twice = await Promise.all([1, 2].map(() => publish({ from: day("2027-01-01") })));
  expect(twice.map((o) => (o.ok ? "published" : o.refusal)).sort()).toEqual([
    "published",
    "tariff-published",
  ]);
});

test("the database itself refuses what the services do: two versions a day, a change once published", async () => {
  await publish();
  const clash = prisma.tariffVersion.create({
    data: {
      name: "Clash",
      state: "published",
      validFrom: new Date("2026-06-01"),
      unknownQuotient: "refuse",
      reductions: [],
      createdAt: new Date("2025-01-01"),
      publishedAt: new Date("2025-01-01"),
    },
  });
  await expect(clash).rejects.toThrow(/no_overlap/);
  const { id } = town.draft;
  await expect(
    prisma.tariffVersion.update({ where: { id }, data: { name: "Autre" } }),
  ).rejects.toThrow(/is published/);
  await expect(
    prisma.tariffRule.updateMany({ where: { versionId: id }, data: { rule: {} } }),
  ).rejects.toThrow(/are final/);
});

test("reservations that had no price get it with the publication", async () => {
  await prisma.$executeRaw`UPDATE "TariffVersion" SET "validTo" = '2026-01-01' WHERE state = 'published'`;
  const { family, inscriptionId } = await anEater(town, {
    days: ["2026-01-05", "2026-01-06"],
    quotient: 80_000,
    dependentChildren: 3,
  });
  const foreseen = await foreseePublication(ctx.proof, day("2026-01-01"), day("2025-10-10"));
  expect(foreseen).toEqual({
    ok: true,
    value: { endsId: null, following: 0, kept: 0, unpriced: 2 },
  });
  expect(await publish()).toMatchObject({ ok: true, value: { priced: 2, repriced: 0 } });
  const rows = await prisma.reservation.findMany({ include: { price: true } });
  // 4,50 € at this quotient, less 10 % from the third child on.
  expect(rows.map(({ price }) => price?.amount)).toEqual([405, 405]);
  const fee = await prisma.inscriptionFee.findFirst({ include: { price: true } });
  expect(fee).toMatchObject({ inscriptionId, familyId: family.id, price: { amount: 450 } });
});
