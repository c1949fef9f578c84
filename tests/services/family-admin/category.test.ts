import { theOffice } from "./scenario";
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { saveCategory, type CategoryChange } from "@/lib/services/family-admin/save-category";
import { readFamilySituation } from "@/lib/services/tariffs/family-situation";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { anEater, aGridTown, type GridTown } from "@/tests/services/tariffs/grid-town";
import { guardianContext } from "@/tests/support/duponts";

let town: GridTown;
let ctx: Awaited<ReturnType<typeof theOffice>>;

beforeEach(async () => {
  await emptyTables();
  town = await aGridTown();
  ctx = await theOffice("2025-10-10T10:00");
});

const save = (its: Omit<CategoryChange, "idempotencyKey">, idempotencyKey = crypto.randomUUID()) =>
  saveCategory(ctx, { ...its, idempotencyKey });

async function theEater(categoryId: number | null) {
  const { family } = await anEater(town, { days: ["2025-10-13", "2025-10-14"], categoryId });
  const childId = family.children[0]?.id ?? 0;
  return { family, childId, familyId: family.id };
}

test("a child without a category gets one, and its reservations their price", async () => {
  const { family, childId, familyId } = await theEater(null);
  const categoryId = town.categories.child.id;
  const saved = await save({ familyId, childId, categoryId, shown: null });
  expect(saved).toEqual({ ok: true, value: { priced: 2, repriced: 0 } });
  expect(await prisma.reservation.count({ where: { priceId: null } })).toBe(0);
  const situation = await readFamilySituation(
    guardianContext(family, "2025-10-10T10:00").proof,
    day("2025-10-10"),
  );
  expect(situation.children).toMatchObject([{ childId, categoryId }]);
  const [event] = await prisma.auditEvent.findMany();
  expect(event).toMatchObject({
    kind: "category-changed",
    familyId,
    subject: `child ${childId}`,
    data: { was: null, now: "Enfant", priced: 2, repriced: 0 },
  });
});

test("the other home keeps its own category", async () => {
  const { family, childId, familyId } = await theEater(null);
  const other = await aFamily(prisma, {
    children: family.children.map((existing) => ({ existing })),
  });
  await save({ familyId, childId, categoryId: town.categories.child.id, shown: null });
  const shown = town.categories.child.id;
  const categoryId = town.categories.outside.id;
  expect(await save({ familyId, childId, categoryId, shown })).toMatchObject({
    value: { priced: 0, repriced: 2 },
  });
  const rows = await prisma.familyChild.findMany({ where: { childId } });
  expect(rows.find((row) => row.familyId === other.id)?.categoryId).toBeNull();
  expect(rows.find((row) => row.familyId === familyId)?.categoryId).toBe(categoryId);
});

test("what a colleague changed, nothing changed, what is not there: refused", async () => {
  const { childId, familyId } = await theEater(town.categories.child.id);
  const shown = town.categories.child.id;
  const other = town.categories.outside.id;
  const refusal = async (its: Partial<CategoryChange>) => {
    const outcome = await save({ familyId, childId, categoryId: other, shown, ...its });
    return outcome.ok ? "saved" : outcome.refusal;
  };
  expect(await refusal({ shown: null })).toBe("category-changed");
  expect(await refusal({ categoryId: shown })).toBe("category-unchanged");
  expect(await refusal({ categoryId: 999_999 })).toBe("not-found");
  expect(await refusal({ childId: 999_999 })).toBe("not-found");
  const stranger = await aFamily(prisma, { children: [{}] });
  expect(await refusal({ familyId: stranger.id })).toBe("not-found");
  expect(await prisma.auditEvent.count()).toBe(0);
});

test("the same key gives the same answer, once", async () => {
  const { childId, familyId } = await theEater(town.categories.child.id);
  const change = { familyId, childId, categoryId: town.categories.outside.id };
  const key = crypto.randomUUID();
  const first = await save({ ...change, shown: town.categories.child.id }, key);
  expect(first.ok).toBe(true);
  expect(await save({ ...change, shown: town.categories.child.id }, key)).toEqual(first);
  expect(await prisma.auditEvent.count()).toBe(1);
});
