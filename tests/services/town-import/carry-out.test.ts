// A whole import: seen first, done at once, and the same file again changes nothing.
import { prisma } from "@/lib/db";
import { anActivity } from "@/tests/support/builders/activity";
import { aFamily } from "@/tests/support/builders/family";
import { aGroup } from "@/tests/support/builders/group";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { emptyTables } from "@/tests/support/database";
import { anImporter, aRow, carryOut, csvOf, inShort, prepared } from "@/tests/support/town-import";

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
  inscriptions: await prisma.inscription.count(),
  quotients: await prisma.familyQuotient.count(),
});

const father = {
  g2Civility: "M.",
  g2LastName: "Dupont",
  g2FirstName: "Hugo",
  g2Email: "Hugo.Dupont@Exemple.fr",
  g2Phone: "639981002",
};

async function aCanteen() {
  const activity = await anActivity(prisma, { code: "RESTO", label: "Restauration scolaire" });
  const schoolYear = await aSchoolYear(prisma, { name: "2026-2027" });
  return aGroup(prisma, { activity, schoolYear, code: "RESTO_PREVERT", label: null });
}

test("a file is seen, then imported whole; a second time it is all the same", async () => {
  const group = await aCanteen();
  await prisma.tariffCategory.create({ data: { code: "ENF", label: "Enfant", position: 1 } });
  const means = {
    quotient: "640.5",
    quotientFrom: "01/09/2026",
    parts: "2,5",
    dependents: "2",
    residence: "oui",
  };
  const file = csvOf([
    aRow({ ...father, ...means, category: "enfant", group: "resto_prevert", from: "2026-11-30" }),
    aRow({ ...father, childFirstName: "Noé", birthDate: "43831", schoolClass: "" }),
    aRow({
      familyKey: "F2",
      g1LastName: "Kovačević",
      g1FirstName: "Ana",
      g1Email: "",
      g1Phone: "",
      g1Postcode: "1000",
      childLastName: "Kovačević",
      childFirstName: "Mila",
      birthDate: "2018-02-28",
    }),
  ]);
  const before = await prepared(ctx, file);
  expect(before.counts).toEqual({ added: 3, changed: 0, same: 0, doubtful: 0, wrong: 0 });
  expect(await counts()).toMatchObject({ families: 0, guardians: 0, children: 0 });
  expect(await carryOut(ctx, before.id)).toEqual({
    ok: true,
    value: { id: before.id, families: 2 },
  });
  expect(await counts()).toEqual({
    families: 2,
    guardians: 3,
    children: 3,
    homes: 3,
    inscriptions: 1,
    quotients: 1,
  });
  const [martin] = await prisma.family.findMany({
    orderBy: { id: "asc" },
    include: {
      guardians: { orderBy: { id: "asc" } },
      quotients: true,
      children: {
        include: { child: { include: { inscriptions: true } }, category: true },
        orderBy: { childId: "asc" },
      },
    },
  });
  expect(martin).toMatchObject({
    name: "Martin-Dupont",
    guardians: [
      {
        civility: "madame",
        phone: "06 39 98 10 01",
        accountId: null,
        address: "3 place du Marché\n91000 Clairval-sur-Orge",
      },
      { civility: "monsieur", email: "hugo.dupont@exemple.fr", phone: "06 39 98 10 02" },
    ],
    quotients: [{ quotientFamilial: 64_050, parts: 250, source: "Import du 28/11/2026" }],
    children: [
      {
        category: { label: "Enfant" },
        child: {
          firstName: "Léa",
          inscriptions: [
            { groupId: group.id, firstDay: new Date("2026-11-30"), lastDay: group.lastDay },
          ],
        },
      },
      {
        category: null,
        child: { firstName: "Noé", birthDate: new Date("2020-01-01"), schoolClass: null },
      },
    ],
  });
  expect(await prisma.guardian.findFirst({ where: { firstName: "Ana" } })).toMatchObject({
    address: "3 place du Marché\n01000 Clairval-sur-Orge",
  });
  expect(await prisma.outboxEmail.count()).toBe(0);
  expect(
    await prisma.auditEvent.findMany({ orderBy: { id: "asc" }, select: { kind: true } }),
  ).toEqual(
    ["import-prepared", "town-imported", "family-imported", "family-imported"].map((kind) => ({
      kind,
    })),
  );
  const again = await prepared(ctx, file);
  expect(again.report.map(inShort)).toEqual(["2 same", "3 same", "4 same"]);
  expect(await carryOut(ctx, again.id)).toMatchObject({ refusal: "import-nothing" });
  expect(await carryOut(ctx, before.id)).toMatchObject({ refusal: "import-done" });
});

test("what the file says otherwise is shown from old to new, and what it leaves empty stays", async () => {
  const first = await prepared(ctx, csvOf([aRow(father)]));
  await carryOut(ctx, first.id);
  const second = await prepared(
    ctx,
    csvOf([
      aRow({
        g1LastName: "MARTIN",
        g1Phone: "06 39 98 10 77",
        school: "",
        schoolClass: "CE1",
        childFirstName: "LEA",
      }),
      aRow({ childFirstName: "Noé", birthDate: "01/01/2021", g1Phone: "06 39 98 10 77" }),
    ]),
  );
  expect(second.report.map(inShort)).toEqual([
    "2 changed | Léa Martin, classe: CP > CE1 | Claire Martin, téléphone: 06 39 98 10 01 > 06 39 98 10 77",
    "3 wrong | Responsable 1: N’est pas écrit comme à la ligne 2, de la même famille.",
  ]);
  expect(await carryOut(ctx, second.id, false)).toMatchObject({ refusal: "import-leaves-out" });
  expect(await carryOut(ctx, second.id)).toMatchObject({ ok: true });
  expect(await counts()).toMatchObject({ families: 1, guardians: 2, children: 1 });
  expect(await prisma.child.findFirst()).toMatchObject({
    firstName: "Léa",
    school: "École Prévert",
    schoolClass: "CE1",
  });
  expect(
    await prisma.guardian.findMany({
      orderBy: { id: "asc" },
      select: { lastName: true, phone: true },
    }),
  ).toEqual([
    { lastName: "Martin", phone: "06 39 98 10 77" },
    { lastName: "Dupont", phone: "06 39 98 10 02" },
  ]);
});

test("an account keeps the address with which its owner signs in", async () => {
  await aFamily(prisma, {
    name: "Martin",
    guardians: [{ firstName: "Claire", email: "claire@exemple.fr", phone: "06 39 98 10 01" }],
    children: [{ firstName: "Léa", birthDate: "2019-03-14" }],
  });
  const { id, report } = await prepared(
    ctx,
    csvOf([
      aRow({
        school: "",
        schoolClass: "",
        g1Civility: "",
        g1Street: "",
        g1Postcode: "",
        g1City: "",
      }),
    ]),
  );
  expect(report.map(inShort)).toEqual(["2 same"]);
  expect(await carryOut(ctx, id)).toMatchObject({ refusal: "import-nothing" });
});
