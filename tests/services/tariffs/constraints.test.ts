// What the database refuses by itself about tariffs and prices, whatever the code does.
import pg from "pg";
import { prisma } from "@/lib/db";
import { anActivity, unitOf } from "@/tests/support/builders/activity";
import { aFamily } from "@/tests/support/builders/family";
import { aGroup } from "@/tests/support/builders/group";
import { at } from "@/tests/support/builders/rows";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { aRequest } from "@/tests/support/builders/service-request";
import { someTariffs, type TariffSpec } from "@/tests/support/builders/tariff";
import { emptyTables, workerDatabaseUrl } from "@/tests/support/database";
import { aReduction, fixed } from "@/tests/support/tariffs";

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: workerDatabaseUrl() });
  await client.connect();
});
afterAll(() => client.end());

const version = (name: string) => `(SELECT id FROM "TariffVersion" WHERE name = '${name}')`;

beforeEach(async () => {
  await emptyTables();
  await prisma.$transaction(async (tx) => {
    const activity = await anActivity(tx, { units: [{ code: "REPAS" }, { code: "PANIER" }] });
    const schoolYear = await aSchoolYear(tx);
    const group = await aGroup(tx, { activity, schoolYear });
    const family = await aFamily(tx, { children: [{ inscriptions: [{ group }] }] });
    const inscription = at(at(family.children, 0).inscriptions, 0);
    const unit = unitOf(activity);
    await aRequest(tx, { family, inscription, lines: [{ unit, day: "2025-09-02" }] });
    const category = await tx.tariffCategory.create({
      data: { code: "ENFANT", label: "Enfant", position: 1 },
    });
    const rules = [{ unitId: unit.id, categoryId: category.id, rule: fixed(208) }];
    const spec = (its: Partial<TariffSpec>): TariffSpec => ({
      name: "Tarifs 2026",
      state: "draft",
      from: null,
      to: null,
      at: new Date("2024-12-12T00:00:00Z"),
      unknownQuotient: "refuse",
      reductions: [aReduction()],
      rules,
      ...its,
    });
    const [first] = await someTariffs(tx, [
      spec({ name: "Tarifs 2025", state: "published", from: "2025-01-01", to: "2026-01-01" }),
      spec({}),
    ]);
    await tx.price.create({
      data: {
        id: "00000000-0000-8000-8000-000000000001",
        versionId: first?.id ?? 0,
        categoryId: category.id,
        unitId: unit.id,
        amount: 208,
        lines: [],
      },
    });
    await tx.familyQuotient.create({
      data: {
        familyId: family.id,
        firstDay: new Date("2025-01-01"),
        quotientFamilial: 17,
        parts: 100,
        dependentChildren: 2,
        residence: "inTown",
        source: "Avis d’imposition 2024",
      },
    });
  });
});

const set = (assignment: string) =>
  `UPDATE "TariffVersion" SET ${assignment} WHERE name = 'Tarifs 2025'`;
const publish = (from: string, to: string) =>
  `UPDATE "TariffVersion" SET state = 'published', "publishedAt" = now(),
     "validFrom" = ${from}, "validTo" = ${to} WHERE name = 'Tarifs 2026'`;
const quotient = (assignment: string) => `UPDATE "FamilyQuotient" SET ${assignment}`;
const price = (amount: number) =>
  `INSERT INTO "Price" (id, "versionId", "categoryId", "unitId", amount, lines)
   SELECT gen_random_uuid(), "versionId", "categoryId", "unitId", ${amount}, lines FROM "Price"`;
const ruleOf = (name: string) =>
  `INSERT INTO "TariffRule" ("versionId", "unitId", "categoryId", rule)
   SELECT ${version(name)}, max("Unit".id), max("TariffCategory".id), '{"kind":"fixed","amount":1}'
   FROM "Unit", "TariffCategory"`;
const changeRule = (name: string) =>
  `UPDATE "TariffRule" SET rule = '{"kind":"fixed","amount":1}' WHERE "versionId" = ${version(name)}`;
const dropRule = (name: string) => `DELETE FROM "TariffRule" WHERE "versionId" = ${version(name)}`;

const isPublished = "is published";
const isFinal = "rules of a published tariff are final";
const isKept = "A price is kept as it was";

test.each([
  ["a published version’s new name", set("name = 'Tarifs'"), isPublished],
  ["its first day", set(`"validFrom" = '2025-02-01'`), isPublished],
  ["its reductions", set(`reductions = '[]'`), isPublished],
  ["its rule for unknown quotients", set(`"unknownQuotient" = 'highest'`), isPublished],
  ["its revision", set("revision = revision + 1"), isPublished],
  ["its end and something else at once", set(`"validTo" = NULL, revision = 2`), isPublished],
  ["it becoming a draft again", set(`state = 'draft', "validFrom" = NULL`), isPublished],
  ["it going", `DELETE FROM "TariffVersion" WHERE name = 'Tarifs 2025'`, isPublished],
  ["an end on its first day", set(`"validTo" = '2025-01-01'`), "period_check"],
  ["a changed rule of it", changeRule("Tarifs 2025"), isFinal],
  ["a rule of it going", dropRule("Tarifs 2025"), isFinal],
  ["a rule more", ruleOf("Tarifs 2025"), isFinal],
  [
    "a rule brought from a draft",
    `UPDATE "TariffRule" SET "versionId" = ${version("Tarifs 2025")},
       "unitId" = (SELECT max(id) FROM "Unit") WHERE "versionId" = ${version("Tarifs 2026")}`,
    isFinal,
  ],
  [
    "a rule carried off to a draft",
    `UPDATE "TariffRule" SET "versionId" = ${version("Tarifs 2026")},
       "unitId" = (SELECT max(id) FROM "Unit") WHERE "versionId" = ${version("Tarifs 2025")}`,
    isFinal,
  ],
  ["publishing without a first day", publish("NULL", "NULL"), "published_check"],
  [
    "publishing without a moment",
    `UPDATE "TariffVersion" SET state = 'published', "validFrom" = '2026-01-01'
     WHERE name = 'Tarifs 2026'`,
    "published_check",
  ],
  ["two versions on one day", publish("'2025-12-31'", "NULL"), "no_overlap"],
  ["two versions on the first day", publish("'2024-01-01'", "'2025-01-02'"), "no_overlap"],
  [
    "two versions of one name",
    `UPDATE "TariffVersion" SET name = 'Tarifs 2025' WHERE state = 'draft'`,
    "name_key",
  ],
  ["a changed price", `UPDATE "Price" SET amount = 0`, isKept],
  ["a price whose explanation changes", `UPDATE "Price" SET lines = '[1]'`, isKept],
  ["a price that goes", `DELETE FROM "Price"`, isKept],
  ["a negative price", price(-1), "amount_check"],
  ["a negative quotient", quotient(`"quotientFamilial" = -1`), "figures_check"],
  ["no part", quotient("parts = 0"), "figures_check"],
  ["fewer children than none", quotient(`"dependentChildren" = -1`), "figures_check"],
  ["a late request without a reason", `UPDATE "ServiceRequest" SET late = true`, "late_reason"],
  ["a reason for nothing", `UPDATE "ServiceRequest" SET reason = 'Grève'`, "late_reason"],
  ["a unit that is its own PAI unit", `UPDATE "Unit" SET "paiUnitOfId" = id`, "pai_unit"],
])("refuses %s", async (_what, statement, rule) => {
  await expect(client.query(statement)).rejects.toThrow(rule);
});

test.each([
  ["another end of a published version", set(`"validTo" = '2025-07-01'`)],
  ["no end any more", set(`"validTo" = NULL`)],
  ["a draft that changes", `UPDATE "TariffVersion" SET revision = 2 WHERE name = 'Tarifs 2026'`],
  ["a draft that goes, with its rules", `DELETE FROM "TariffVersion" WHERE name = 'Tarifs 2026'`],
  ["a changed rule of a draft", changeRule("Tarifs 2026")],
  ["a rule of a draft going", dropRule("Tarifs 2026")],
  ["a rule more in a draft", ruleOf("Tarifs 2026")],
  ["publishing from the day the other ends", publish("'2026-01-01'", "NULL")],
  ["publishing up to the day the other begins", publish("'2024-01-01'", "'2025-01-01'")],
  ["a further price", price(0)],
  ["a quotient of zero", quotient(`"quotientFamilial" = 0`)],
  ["an unknown quotient", quotient(`"quotientFamilial" = NULL`)],
  ["a late request with its reason", `UPDATE "ServiceRequest" SET late = true, reason = 'Grève'`],
])("accepts %s", async (_what, statement) => {
  const { rowCount } = await client.query(statement);
  expect(rowCount).toBe(1);
});
