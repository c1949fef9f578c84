import "@/tests/support/midyear-clock";
import { asAccount, asNobody } from "@/tests/support/actors";
import { GET } from "@/app/admin/journal/fichier/route";
import { prisma } from "@/lib/db";
import { accountRoles, roleMay } from "@/lib/domain/access";
import { hostileTexts } from "@/tests/support/abuse/hostile-values";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";

let admin: Awaited<ReturnType<typeof anAccount>>;

beforeEach(async () => {
  await emptyTables();
  admin = await anAccount(prisma, {
    role: "administrator",
    firstName: "=Nadia",
    lastName: "Leroy",
  });
});

const file = (query = "") =>
  GET(new Request(`http://localhost:3000/admin/journal/fichier${query}`));

test("the file holds what the filters ask for, and the journal that it was taken", async () => {
  await asAccount(admin);
  await prisma.auditEvent.createMany({
    data: [
      { kind: "signed-in", at: new Date("2026-03-01T10:00:00Z"), accountId: admin.id, data: {} },
      { kind: "tariff-published", at: new Date("2026-03-02T10:00:00Z"), data: {} },
    ],
  });
  const response = await file("?quoi=connexions&du=2026-03-01");
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(
    /^\d+;01\/03\/2026;11:00;'=Nadia Leroy;compte\d+@exemple\.fr;Connexion;;;;$/,
  );
  expect(await prisma.auditEvent.findMany({ where: { kind: "journal-exported" } })).toMatchObject([
    {
      accountId: admin.id,
      familyId: null,
      data: { who: "", family: "", what: "connexions", from: "2026-03-01", to: null },
    },
  ]);
});

test("a file of several readings has each event once", async () => {
  await asAccount(admin);
  await prisma.auditEvent.createMany({
    data: Array.from({ length: 2500 }, () => ({
      kind: "signed-in",
      at: new Date("2026-03-01T10:00:00Z"),
      data: {},
    })),
  });
  const lines = (await (await file()).text()).trimEnd().split("\r\n");
  // The first line, and that the file was taken.
  expect(lines).toHaveLength(2502);
  expect(new Set(lines.map((line) => line.split(";")[0])).size).toBe(2502);
});

test("it is for those who may read the journal; nothing is written for the others", async () => {
  for (const role of accountRoles) {
    await asAccount(await anAccount(prisma, { role, scopes: [{}] }));
    const response = await file();
    expect([role, response.status]).toEqual([role, roleMay(role, "read-journal") ? 200 : 404]);
    await response.text();
  }
  asNobody();
  expect((await file()).status).toBe(404);
  expect(await prisma.auditEvent.count()).toBe(1);
});

test("nothing that an address says is a fault", async () => {
  await asAccount(admin);
  for (const [kind, value] of hostileTexts) {
    const query = new URLSearchParams();
    for (const name of ["qui", "quoi", "famille", "du", "au"])
      for (const one of [value].flat()) query.append(name, one);
    const response = await file(`?${query.toString()}`);
    expect([kind, response.status]).toEqual([kind, 200]);
    await response.text();
  }
});

test("a name of too many is told, and no file is given", async () => {
  await asAccount(admin);
  await prisma.family.createMany({ data: Array.from({ length: 101 }, () => ({ name: "Martin" })) });
  const response = await file("?famille=martin");
  expect(response.status).toBe(422);
  expect(await response.text()).toContain("Plus de 100 familles");
});
