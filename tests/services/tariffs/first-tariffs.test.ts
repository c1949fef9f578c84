// A town without tariffs writes its own: categories, a first draft, and a price for what is held already.
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import {
  readCategoryList,
  saveCategorySetting,
  type CategorySetting,
} from "@/lib/services/tariffs/categories";
import { copyVersion } from "@/lib/services/tariffs/copy-version";
import { publishVersion } from "@/lib/services/tariffs/publish";
import { theOffice } from "@/tests/services/family-admin/scenario";
import { aGridTown, anEater, type GridTown } from "./grid-town";
import { emptyTables } from "@/tests/support/database";

let town: GridTown;
let ctx: Awaited<ReturnType<typeof theOffice>>;
const key = () => crypto.randomUUID();

beforeEach(async () => {
  await emptyTables();
  town = await aGridTown();
  ctx = await theOffice("2025-10-10T10:00");
});

const save = (label: string, over: Partial<Parameters<typeof saveCategorySetting>[1]> = {}) =>
  saveCategorySetting(ctx, {
    category: null,
    setting: { label, explanation: null, pai: false, residence: null },
    idempotencyKey: key(),
    ...over,
  });

test("categories are added and renamed; one that children pay by keeps its kind", async () => {
  const added = await save("Enfant du personnel");
  expect(added.ok).toBe(true);
  expect(await save("enfant du PERSONNEL")).toMatchObject({ refusal: "setting-label-taken" });
  await anEater(town, { days: ["2025-10-13"], categoryId: town.categories.child.id });
  const listed = (await readCategoryList(ctx.proof)).find(
    ({ id }) => id === town.categories.child.id,
  );
  if (!listed) throw new Error("The category is listed");
  expect(listed.children).toBe(1);
  const { id, stamp: shown, label, explanation, pai, residence } = listed;
  const change = (setting: CategorySetting) =>
    saveCategorySetting(ctx, { category: { id, shown }, setting, idempotencyKey: key() });
  expect(await change({ label, explanation, pai, residence })).toMatchObject({
    refusal: "settings-unchanged",
  });
  expect(await change({ label, explanation, pai: !pai, residence })).toMatchObject({
    refusal: "category-in-use",
  });
  expect(await change({ label: "Enfant de Clairval", explanation, pai, residence })).toMatchObject({
    ok: true,
  });
  expect(await change({ label: "Autre", explanation, pai, residence })).toMatchObject({
    refusal: "settings-changed",
  });
});

test("the first draft begins empty, is refused as long as prices miss, and then prices what is held", async () => {
  const { family } = await anEater(town, {
    days: ["2025-10-13", "2025-10-14"],
    categoryId: town.categories.child.id,
  });
  // What is published is final: only here it goes, to have a town without tariffs.
  await prisma.$transaction([
    prisma.$executeRaw`SET LOCAL session_replication_role = 'replica'`,
    prisma.tariffRule.deleteMany(),
    prisma.tariffVersion.deleteMany(),
  ]);
  const made = await copyVersion(ctx, {
    modelId: null,
    name: "Tarifs 2025",
    idempotencyKey: key(),
  });
  const versionId = made.ok ? made.value.id : 0;
  const publish = async () => {
    const { revision } = await prisma.tariffVersion.findUniqueOrThrow({ where: { id: versionId } });
    const from = day("2025-10-11");
    return publishVersion(ctx, { versionId, revision, from, idempotencyKey: key() });
  };
  expect(await publish()).toMatchObject({ refusal: "tariff-incomplete" });
  const [units, categories] = await Promise.all([
    prisma.unit.findMany(),
    prisma.tariffCategory.findMany(),
  ]);
  await prisma.tariffRule.createMany({
    data: units.flatMap((unit) =>
      categories.map((category) => ({
        versionId,
        unitId: unit.id,
        categoryId: category.id,
        rule: { kind: "fixed", amount: 250 },
      })),
    ),
  });
  expect(await publish()).toMatchObject({ ok: true, value: { priced: 2 } });
  const held = await prisma.reservation.findMany({
    where: { familyId: family.id },
    include: { price: true },
  });
  expect(held.map(({ price }) => price?.amount)).toEqual([250, 250]);
});
