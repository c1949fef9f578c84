import "server-only";
import type { Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import type {
  PlannedChild,
  PlannedFamily,
  PlannedGuardian,
} from "@/lib/domain/town-import/import-plan";
import { Prisma } from "@/lib/generated/prisma/client";
import { inBatches } from "./write-rows";

/** A planned thing with the numbers that it has or gets. */
type Numbered<T> = T & { readonly familyId: number; readonly itsId: number };

/**
 * Writes families, guardians, children, their homes, inscriptions and means: a few statements for each
 * thousand rows. Gives the number of each family, in their order. Whoever calls it holds the families.
 */
export async function writePlan(
  tx: Tx,
  families: readonly PlannedFamily[],
  now: Instant,
): Promise<number[]> {
  const familyIds = await numbersFor(
    tx,
    "Family",
    families.map(({ id }) => id),
  );
  const pairs = families.map((family, i) => ({ family, familyId: familyIds[i] ?? 0 }));
  await insert(
    tx,
    pairs
      .filter(({ family }) => family.id === null)
      .map(({ family, familyId }) => ({
        id: familyId,
        name: family.name,
      })),
    Prisma.sql`INSERT INTO "Family" (id, name) SELECT id, name`,
    Prisma.sql`id int, name text`,
  );
  await writeGuardians(
    tx,
    pairs.flatMap(({ family, familyId }) => family.guardians.map((its) => ({ ...its, familyId }))),
  );
  await writeChildren(
    tx,
    pairs.flatMap(({ family, familyId }) => family.children.map((its) => ({ ...its, familyId }))),
  );
  await writeQuotients(tx, pairs, now);
  return familyIds;
}

/** The numbers that rows have; new ones of the table's own sequence where they have none yet. */
async function numbersFor(
  tx: Tx,
  table: "Family" | "Guardian" | "Child",
  ids: readonly (number | null)[],
): Promise<number[]> {
  const count = ids.filter((id) => id === null).length;
  const fresh = await readRows<{ id: number }>(tx, "numbersFor")`
    SELECT nextval(pg_get_serial_sequence(${`"${table}"`}, 'id'))::int AS id
    FROM generate_series(1, ${count}::int)`;
  let next = 0;
  return ids.map((id) => id ?? fresh[next++]?.id ?? 0);
}

/** `head`: INSERT … SELECT, or the like, before the rows; `shape`: their columns; `tail`: what comes after. */
async function insert(
  tx: Tx,
  rows: readonly object[],
  head: Prisma.Sql,
  shape: Prisma.Sql,
  tail: Prisma.Sql = Prisma.empty,
): Promise<void> {
  for (const batch of inBatches(rows))
    await tx.$executeRaw`
      ${head} FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS its(${shape}) ${tail}`;
}

const guardianShape = Prisma.sql`id int, "familyId" int, civility text, "firstName" text,
  "lastName" text, email text, phone text, "otherPhone" text, address text`;

async function writeGuardians(
  tx: Tx,
  all: readonly (PlannedGuardian & { familyId: number })[],
): Promise<void> {
  const numbers = await numbersFor(
    tx,
    "Guardian",
    all.map(({ id }) => id),
  );
  const rows = all.map(({ id, familyId, facts }, i) => ({
    isNew: id === null,
    id: numbers[i],
    familyId,
    ...facts,
  }));
  await insert(
    tx,
    rows.filter(({ isNew }) => isNew),
    Prisma.sql`INSERT INTO "Guardian" (id, "familyId", civility, "firstName", "lastName", email, phone,
        "otherPhone", address)
      SELECT id, "familyId", civility::"Civility", "firstName", "lastName", email, phone, "otherPhone",
        address`,
    guardianShape,
  );
  await insert(
    tx,
    rows.filter(({ isNew }) => !isNew),
    Prisma.sql`UPDATE "Guardian" g SET civility = its.civility::"Civility", "firstName" = its."firstName",
      "lastName" = its."lastName", email = its.email, phone = its.phone, "otherPhone" = its."otherPhone",
      address = its.address`,
    guardianShape,
    Prisma.sql`WHERE g.id = its.id AND g."familyId" = its."familyId"`,
  );
}

const childShape = Prisma.sql`id int, "firstName" text, "lastName" text, "birthDate" date, school text,
  "schoolClass" text`;

async function writeChildren(
  tx: Tx,
  all: readonly (PlannedChild & { familyId: number })[],
): Promise<void> {
  const numbers = await numbersFor(
    tx,
    "Child",
    all.map(({ id }) => id),
  );
  const children = all.map((its, i): Numbered<PlannedChild> => ({
    ...its,
    itsId: numbers[i] ?? 0,
  }));
  const factsOf = ({ itsId, facts }: Numbered<PlannedChild>) => ({ id: itsId, ...facts });
  await insert(
    tx,
    children.filter(({ id }) => id === null).map(factsOf),
    Prisma.sql`INSERT INTO "Child" (id, "firstName", "lastName", "birthDate", school, "schoolClass")
      SELECT id, "firstName", "lastName", "birthDate", school, "schoolClass"`,
    childShape,
  );
  await insert(
    tx,
    children.filter(({ id, changes }) => id !== null && changes.length > 0).map(factsOf),
    Prisma.sql`UPDATE "Child" c SET "firstName" = its."firstName", "lastName" = its."lastName",
      "birthDate" = its."birthDate", school = its.school, "schoolClass" = its."schoolClass"`,
    childShape,
    Prisma.sql`WHERE c.id = its.id`,
  );
  await writeHomes(tx, children);
  await insert(
    tx,
    children.flatMap(({ itsId, inscriptions }) =>
      inscriptions.map((one) => ({ childId: itsId, ...one })),
    ),
    Prisma.sql`INSERT INTO "Inscription" ("childId", "groupId", "firstDay", "lastDay")
      SELECT "childId", "groupId", "from", "to"`,
    Prisma.sql`"childId" int, "groupId" int, "from" date, "to" date`,
  );
}

async function writeHomes(tx: Tx, children: readonly Numbered<PlannedChild>[]): Promise<void> {
  const shape = Prisma.sql`"familyId" int, "childId" int, "categoryId" int`;
  const rowOf = ({ familyId, itsId, categoryId }: Numbered<PlannedChild>) => ({
    familyId,
    childId: itsId,
    categoryId,
  });
  const isNewHere = ({ id, joins }: PlannedChild) => id === null || joins;
  await insert(
    tx,
    children.filter(isNewHere).map(rowOf),
    Prisma.sql`INSERT INTO "FamilyChild" ("familyId", "childId", "categoryId")
      SELECT "familyId", "childId", "categoryId"`,
    shape,
  );
  await insert(
    tx,
    children.filter((one) => !isNewHere(one) && one.categoryId !== null).map(rowOf),
    Prisma.sql`UPDATE "FamilyChild" f SET "categoryId" = its."categoryId"`,
    shape,
    Prisma.sql`WHERE f."familyId" = its."familyId" AND f."childId" = its."childId"`,
  );
}

async function writeQuotients(
  tx: Tx,
  pairs: readonly { family: PlannedFamily; familyId: number }[],
  now: Instant,
): Promise<void> {
  const writtenAt = instantToDate(now);
  await insert(
    tx,
    pairs.flatMap(({ family, familyId }) =>
      family.quotient ? [{ familyId, ...family.quotient }] : [],
    ),
    Prisma.sql`INSERT INTO "FamilyQuotient" ("familyId", "firstDay", "quotientFamilial", parts,
        "dependentChildren", residence, source, "annualIncome", "monthlyBenefits", "writtenAt")
      SELECT "familyId", "from", "quotientFamilial", parts, "dependentChildren",
        residence::"Residence", source, "annualIncome", "monthlyBenefits", ${writtenAt}`,
    Prisma.sql`"familyId" int, "from" date, "quotientFamilial" int, parts int, "dependentChildren" int,
      residence text, source text, "annualIncome" int, "monthlyBenefits" int`,
  );
}
