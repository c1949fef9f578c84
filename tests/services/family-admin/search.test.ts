import { theOffice, today } from "./scenario";
import { prisma } from "@/lib/db";
import { readFamily } from "@/lib/services/family-admin/read-family";
import { searchFamilies } from "@/lib/services/family-admin/search";
import { aFamily, someFamilies } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";

let ctx: Awaited<ReturnType<typeof theOffice>>;

beforeEach(async () => {
  await emptyTables();
  ctx = await theOffice();
  await someFamilies(prisma, [
    {
      name: "Dupont",
      guardians: [
        {
          firstName: "Madelaine",
          email: "madelaine.dupont@exemple.fr",
          phone: "06 39 98 10 20",
        },
        { firstName: "Thomas", account: false },
      ],
      children: [{ firstName: "Léo" }, { firstName: "Lucas" }],
    },
    {
      name: "D’Œuvre-Petit",
      guardians: [{ firstName: "Anaïs", email: "anais@exemple.fr" }],
      children: [{ firstName: "Noëlle" }],
    },
    {
      name: "Kovačević-Nguyễn",
      guardians: [{ firstName: "Şeyma", email: "seyma@exemple.fr" }],
      children: [{ firstName: "Yılmaz" }],
    },
    { name: "Dumas", guardians: [{ firstName: "Léo", email: "leo.dumas@exemple.fr" }] },
    { name: "Marie", guardians: [{ firstName: "Ève", email: "eve19850312@exemple.fr" }] },
  ]);
});

const found = async (search: string, page = 1) => {
  const { families, total } = await searchFamilies(ctx.proof, { search, page });
  return { names: families.map(({ name }) => name), total };
};

test.each([
  ["dupont", ["Dupont"]],
  ["LÉO", ["Dumas", "Dupont"]],
  ["leo dupont", ["Dupont"]],
  ["dupont léo", ["Dupont"]],
  ["thomas lucas", ["Dupont"]],
  ["du", ["Dumas", "Dupont"]],
  ["petit oeuvre", ["D’Œuvre-Petit"]],
  ["Œuvre", ["D’Œuvre-Petit"]],
  ["noelle anais", ["D’Œuvre-Petit"]],
  ["madelaine.dupont@exemple.fr", ["Dupont"]],
  ["leo.dumas@", ["Dumas"]],
  ["eve19850312@exemple.fr", ["Marie"]],
  ["Kovačević", ["Kovačević-Nguyễn"]],
  ["kovacevic nguyen", ["Kovačević-Nguyễn"]],
  ["seyma", ["Kovačević-Nguyễn"]],
  ["YILMAZ", ["Kovačević-Nguyễn"]],
  ["yılmaz", ["Kovačević-Nguyễn"]],
  ["06 39 98 10 20", ["Dupont"]],
  ["0639", ["Dupont"]],
  ["+33639981020 thomas", ["Dupont"]],
  ["1020", ["Dupont"]],
  ["020", []],
  ["Dupond", ["Dupont"]],
  ["dupon thoma", ["Dupont"]],
  ["Kovachevik", []],
  ["pont", []],
  ["léo petit", []],
  ["' OR 1=1 --", []],
  ["&|!:*", []],
  ["", ["D’Œuvre-Petit", "Dumas", "Dupont", "Kovačević-Nguyễn", "Marie"]],
])("« %s » finds %j", async (search, names) => {
  const { names: got, total } = await found(search);
  expect([...got].sort()).toEqual([...names].sort());
  expect(total).toBe(names.length);
});

test("a page holds 25 families", async () => {
  await someFamilies(
    prisma,
    Array.from({ length: 30 }, (_, i) => ({
      name: `Martin ${String(i).padStart(2, "0")}`,
      guardians: [],
    })),
  );
  expect((await found("martin")).total).toBe(30);
  expect((await found("martin")).names).toHaveLength(25);
  expect((await found("martin", 2)).names).toHaveLength(5);
  expect((await found("martin", 9)).names).toEqual([]);
});

test("the file names the guardians, the children by age, their other home and their contacts", async () => {
  const family = await aFamily(prisma, {
    name: "Test",
    children: [
      { firstName: "Noé", birthDate: "2018-05-02" },
      { firstName: "Manon", birthDate: "2015-02-27" },
    ],
  });
  const [noe] = family.children;
  if (!noe) throw new Error("A child");
  const other = await aFamily(prisma, { name: "Martin", children: [{ existing: noe }] });
  await prisma.contact.create({
    data: {
      familyId: family.id,
      firstName: "Jeanne",
      lastName: "Test",
      tie: "Grand-mère",
      children: { create: [{ childId: noe.id }] },
    },
  });
  const file = await readFamily(ctx.proof, family.id, today);
  expect(file?.children.map(({ name }) => name)).toEqual(["Manon Test", "Noé Test"]);
  expect(file?.children[1]?.otherHomes).toEqual([{ id: other.id, name: "Martin" }]);
  expect(file?.children[0]?.otherHomes).toEqual([]);
  expect(file?.contacts).toMatchObject([{ firstName: "Jeanne", children: ["Noé"] }]);
  expect(file?.guardians).toMatchObject([{ account: { active: true, hasSignedIn: false } }]);
  expect(await readFamily(ctx.proof, 999_999, today)).toBeNull();
});
