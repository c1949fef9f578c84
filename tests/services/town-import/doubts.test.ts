// What an import may not do by itself: decide who a child is, write over a colleague, or write a half.
import { prisma } from "@/lib/db";
import { chooseAlike } from "@/lib/services/town-import/choose-alike";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import {
  anImporter,
  aRow,
  carryOut,
  csvOf,
  inShort,
  prepared,
  shown,
} from "@/tests/support/town-import";

let ctx: Awaited<ReturnType<typeof anImporter>>;

beforeEach(async () => {
  await emptyTables();
  ctx = await anImporter();
});

const counts = async () => ({
  families: await prisma.family.count(),
  guardians: await prisma.guardian.count(),
  children: await prisma.child.count(),
  homes: await prisma.familyChild.count(),
});

test("a doubtful child is left out until somebody says whether it is the town's", async () => {
  await aFamily(prisma, {
    name: "Martin",
    children: [{ firstName: "Léa", birthDate: "2019-04-13" }],
  });
  const { id, report } = await prepared(ctx, csvOf([aRow()]));
  expect(report).toMatchObject([
    { verdict: "doubtful", alike: "Léa Martin, né(e) le 13/04/2019, famille Martin" },
  ]);
  expect(await carryOut(ctx, id)).toMatchObject({ refusal: "import-nothing" });
  const choose = async (choice: "same" | "other") => {
    const idempotencyKey = crypto.randomUUID();
    expect(await chooseAlike(ctx, { importId: id, line: 2, choice, idempotencyKey })).toMatchObject(
      { ok: true },
    );
    return (await shown(ctx, id)).report.map(inShort);
  };
  expect(await choose("other")).toEqual(["2 added"]);
  expect(await choose("same")).toEqual([
    "2 changed | Léa Martin, date de naissance: 13/04/2019 > 14/03/2019 | Léa Martin, école: rien > École Prévert | Léa Martin, classe: rien > CP | second foyer: rien > F1",
  ]);
  expect(await carryOut(ctx, id)).toMatchObject({ ok: true });
  expect(await counts()).toMatchObject({ families: 2, children: 1, homes: 2 });
});

test("a town that changed since the report is compared anew, and nothing is written", async () => {
  const { id } = await prepared(ctx, csvOf([aRow()]));
  await aFamily(prisma, {
    name: "Martin",
    guardians: [{ firstName: "Claire", email: "claire.martin@exemple.fr", account: false }],
    children: [{ firstName: "Léa", birthDate: "2019-03-14" }],
  });
  expect(await carryOut(ctx, id)).toMatchObject({ refusal: "import-changed" });
  expect(await counts()).toMatchObject({ families: 1, children: 1 });
  expect((await shown(ctx, id)).counts).toMatchObject({ added: 0, changed: 1 });
  expect(await carryOut(ctx, id)).toMatchObject({ ok: true });
  expect(await counts()).toMatchObject({ families: 1, children: 1, guardians: 1 });
});

test("a fault in the middle leaves nothing", async () => {
  const { id } = await prepared(
    ctx,
    csvOf([aRow(), aRow({ familyKey: "F2", childFirstName: "Zoé", g1Email: "", g1Phone: "" })]),
  );
  await prisma.$executeRaw`ALTER TABLE "FamilyChild" ADD CONSTRAINT planted CHECK ("childId" < 2)`;
  await expect(carryOut(ctx, id)).rejects.toThrow(/planted/);
  await prisma.$executeRaw`ALTER TABLE "FamilyChild" DROP CONSTRAINT planted`;
  expect(await counts()).toMatchObject({ families: 0, guardians: 0, children: 0 });
  expect((await shown(ctx, id)).importedAt).toBeNull();
});
