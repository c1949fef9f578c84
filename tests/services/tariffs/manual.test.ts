// The manual's page of results: Enfant, quotient 0,17, two children, Tarifs 2024.
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { priceIn, priceOf, type Payer } from "@/lib/domain/tariff/price";
import type { Tariffs } from "@/lib/domain/tariff/version";
import { readTariffs } from "@/lib/services/tariffs/read-tariffs";
import { writeTariffs } from "@/prisma/seed/tariffs";
import { known, writeTown, type DemoTown } from "@/prisma/seed/town";
import { unitOf } from "@/tests/support/builders/activity";
import { emptyTables } from "@/tests/support/database";

let town: DemoTown;
let tariffs: Tariffs;
let payer: Payer;

beforeAll(async () => {
  await emptyTables();
  await prisma.$transaction(
    async (tx) => {
      town = await writeTown(tx);
      const categories = await writeTariffs(tx, town, day("2026-11-22"));
      payer = {
        categoryId: known(categories, "ENFANT").id,
        quotientFamilial: 17,
        dependentChildren: 2,
        rank: 1,
        residence: "inTown",
      };
    },
    { timeout: 30_000 },
  );
  tariffs = await readTariffs(prisma, "published");
});

const idOf = (activity: string, unit: string) => unitOf(known(town.activities, activity), unit).id;

const manual = [
  ["ACC_PP_SCO", "ACC_S_HORS_DELAIS", 169],
  ["ACC_PP_SCO", "ACC_MATIN", 70],
  ["ACC_PP_SCO", "ACC_SOIR", 141],
  ["CL_MERCREDIS", "APRES_MIDI", 156],
  ["CL_MERCREDIS", "CL_ALLERGIE", 312],
  ["CL_MERCREDIS", "CL_ALLERGIE_MATIN", 156],
  ["CL_MERCREDIS", "JOURNEE", 513],
  ["CL_MERCREDIS", "MATIN", 357],
  ["CL_VACANCES", "CL_ALLERGIE", 312],
  ["CL_VACANCES", "FRAIS_INSCRIPTION", 103],
  ["CL_VACANCES", "JOURNEE", 513],
  ["ETUDES", "ETUDES", 141],
  ["RESTO", "REPAS", 208],
] as const;

test.each(manual)("%s %s: %d", (activity, unit, amount) => {
  const unitId = idOf(activity, unit);
  for (const on of ["2024-01-01", "2024-12-31"]) {
    const priced = priceOf(tariffs, { unitId, day: day(on) }, payer);
    expect(priced).toMatchObject({ ok: true, value: { amount, unitId } });
  }
  // The town's own version, chosen by its name long after it ended.
  const version = tariffs.versions.find(({ name }) => name === "Tarifs 2024");
  expect(version && priceIn(version, tariffs, { unitId }, payer)).toMatchObject({
    value: { amount },
  });
});

test("these are all the units that the manual’s child may be priced for", () => {
  const priced = tariffs.units.filter(
    (unit) => priceOf(tariffs, { unitId: unit.id, day: day("2024-06-03") }, payer).ok,
  );
  expect(priced.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
    manual.map(([activity, unit]) => idOf(activity, unit)).sort((a, b) => a - b),
  );
});

test("an evening past its cut-off takes the late price, and says so", () => {
  const asked = { unitId: idOf("ACC_PP_SCO", "ACC_SOIR"), day: day("2024-06-03"), late: true };
  const priced = priceOf(tariffs, asked, payer);
  expect(priced).toMatchObject({
    value: { amount: 169, unitId: idOf("ACC_PP_SCO", "ACC_S_HORS_DELAIS") },
  });
});

test("one version follows the other: the drafts are not among them", () => {
  expect(tariffs.versions.map(({ name, from, to }) => [name, from, to])).toEqual([
    ["Tarifs 2024", "2024-01-01", "2025-01-01"],
    ["Tarifs 2025", "2025-01-01", "2026-01-01"],
    ["Tarifs 2026", "2026-01-01", null],
  ]);
});

test("every unit that has a price has one in every version and category", () => {
  for (const { from } of tariffs.versions) {
    for (const { id: categoryId } of tariffs.categories) {
      for (const [activity, unit] of manual) {
        const asked = { unitId: idOf(activity, unit), day: from };
        expect(priceOf(tariffs, asked, { ...payer, categoryId })).toMatchObject({ ok: true });
      }
    }
  }
});
