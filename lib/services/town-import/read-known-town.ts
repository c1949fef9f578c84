import "server-only";
import type { Reader } from "@/lib/db/rows";
import { readRows } from "@/lib/db/rows";
import { day } from "@/lib/domain/day";
import { grouped } from "@/lib/domain/grouped";
import { cents } from "@/lib/domain/money";
import type { Civility } from "@/lib/domain/person";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import type {
  KnownChild,
  KnownFamily,
  KnownGroup,
  KnownTown,
} from "@/lib/domain/town-import/known-town";

interface GuardianRow {
  readonly id: number;
  readonly familyId: number;
  readonly civility: Civility | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly address: string | null;
  readonly hasAccount: boolean;
}

type QuotientRow = Omit<DetailedQuotient, "from" | "annualIncome" | "monthlyBenefits"> & {
  readonly familyId: number;
  readonly from: string;
  readonly annualIncome: number | null;
  readonly monthlyBenefits: number | null;
};

/** All that a file of families is compared with. Seven statements, whatever the size of the town. */
export async function readKnownTown(db: Reader): Promise<KnownTown> {
  const families = await readFamilies(db);
  const children = await readChildren(db);
  const groups = await readGroups(db);
  const categories = await readRows<{ id: number; code: string; label: string }>(
    db,
    "readKnownTown: categories",
  )`SELECT id, code, label FROM "TariffCategory" ORDER BY id`;
  return { families, children, groups, categories };
}

async function readFamilies(db: Reader): Promise<KnownFamily[]> {
  const families = await readRows<{ id: number; name: string }>(
    db,
    "readKnownTown: families",
  )`SELECT id, name FROM "Family" ORDER BY id`;
  const guardians = await readRows<GuardianRow>(db, "readKnownTown: guardians")`
    SELECT id, "familyId", civility::text AS civility, "firstName", "lastName", email, phone,
      "otherPhone", address, "accountId" IS NOT NULL AS "hasAccount"
    FROM "Guardian" ORDER BY id`;
  const quotients = await readRows<QuotientRow>(db, "readKnownTown: quotients")`
    SELECT "familyId", "firstDay"::text AS "from", "quotientFamilial", parts, "dependentChildren",
      residence::text AS residence, source, "annualIncome", "monthlyBenefits"
    FROM "FamilyQuotient" ORDER BY "firstDay"`;
  const guardiansOf = new Map(grouped(guardians, ({ familyId }) => familyId));
  const quotientsOf = new Map(grouped(quotients, ({ familyId }) => familyId));
  return families.map(({ id, name }) => ({
    id,
    name,
    guardians: (guardiansOf.get(id) ?? []).map(({ familyId: _familyId, ...its }) => its),
    quotients: (quotientsOf.get(id) ?? []).map(({ familyId: _familyId, ...its }) => ({
      ...its,
      from: day(its.from),
      annualIncome: its.annualIncome === null ? null : cents(its.annualIncome),
      monthlyBenefits: its.monthlyBenefits === null ? null : cents(its.monthlyBenefits),
    })),
  }));
}

async function readChildren(db: Reader): Promise<KnownChild[]> {
  const rows = await readRows<{
    id: number;
    firstName: string;
    lastName: string;
    birthDate: string | null;
    school: string | null;
    schoolClass: string | null;
    homes: readonly { familyId: number; categoryId: number | null }[];
  }>(db, "readKnownTown: children")`
    SELECT c.id, c."firstName", c."lastName", c."birthDate"::text AS "birthDate", c.school, c."schoolClass",
      json_agg(json_build_object('familyId', f."familyId", 'categoryId', f."categoryId") ORDER BY f."familyId")
        AS homes
    FROM "Child" c JOIN "FamilyChild" f ON f."childId" = c.id
    GROUP BY c.id ORDER BY c.id`;
  const inscriptions = await readRows<{
    childId: number;
    groupId: number;
    from: string;
    to: string;
  }>(db, "readKnownTown: inscriptions")`
    SELECT "childId", "groupId", "firstDay"::text AS "from", "lastDay"::text AS "to"
    FROM "Inscription" ORDER BY id`;
  const inscriptionsOf = new Map(grouped(inscriptions, ({ childId }) => childId));
  return rows.map(({ birthDate, ...row }) => ({
    ...row,
    birthDate: birthDate === null ? null : day(birthDate),
    inscriptions: (inscriptionsOf.get(row.id) ?? []).map(({ groupId, from, to }) => ({
      groupId,
      from: day(from),
      to: day(to),
    })),
  }));
}

async function readGroups(db: Reader): Promise<KnownGroup[]> {
  const rows = await readRows<Omit<KnownGroup, "from" | "to"> & { from: string; to: string }>(
    db,
    "readKnownTown: groups",
  )`
    SELECT g.id, g.code, g.label, e.name AS establishment, g."activityId", a.code AS "activityCode",
      a.label AS "activityLabel", g."firstDay"::text AS "from", g."lastDay"::text AS "to"
    FROM "Group" g JOIN "Activity" a ON a.id = g."activityId"
    JOIN "Establishment" e ON e.id = g."establishmentId" ORDER BY g.id`;
  return rows.map((row) => ({ ...row, from: day(row.from), to: day(row.to) }));
}
