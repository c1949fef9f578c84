import { dayToDate, prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import type { TariffCategory, TariffVersion } from "@/lib/generated/prisma/client";
import { townAgentContext } from "@/tests/support/actors";
import { anAccount, type BuiltAccount } from "@/tests/support/builders/account";
import { anActivity, unitOf, type BuiltActivity } from "@/tests/support/builders/activity";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { aGroup } from "@/tests/support/builders/group";
import { someReservations } from "@/tests/support/builders/reservation";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { someTariffs } from "@/tests/support/builders/tariff";
import { aReduction, brackets, fixed } from "@/tests/support/tariffs";

/** A canteen with its late unit and a fee, two categories, a tariff in force and a complete draft. */
export interface GridTown {
  readonly canteen: BuiltActivity;
  readonly categories: { readonly child: TariffCategory; readonly outside: TariffCategory };
  readonly inForce: TariffVersion;
  readonly draft: TariffVersion;
  readonly agent: BuiltAccount;
  readonly unit: (code: string) => number;
}

export async function aGridTown(): Promise<GridTown> {
  const canteen = await anActivity(prisma, {
    label: "Restauration scolaire",
    units: [
      { code: "REPAS", label: "Repas", nounPlural: "repas" },
      { code: "TARD", label: "Repas hors délai", agentOnly: true, lateUnitOf: "REPAS" },
      { code: "FRAIS", label: "Frais de dossier", agentOnly: true, chargedOnce: true },
    ],
  });
  const category = (code: string, label: string, position: number) =>
    prisma.tariffCategory.create({ data: { code, label, position } });
  const child = await category("ENFANT", "Enfant", 1);
  const outside = await category("EXTERIEUR", "Élève extérieur", 2);
  const unit = (code: string) => unitOf(canteen, code).id;
  const rulesAt = (low: number, high: number) =>
    [child, outside].flatMap(({ id: categoryId }) => [
      {
        unitId: unit("REPAS"),
        categoryId,
        rule: categoryId === child.id ? brackets([0, low], [60_000, high]) : fixed(high * 2),
      },
      { unitId: unit("TARD"), categoryId, rule: fixed(high * 3) },
      { unitId: unit("FRAIS"), categoryId, rule: fixed(500) },
    ]);
  const at = new Date("2025-06-01T08:00:00.000Z");
  const common = { unknownQuotient: "highest" as const, to: null, at };
  const [inForce, draft] = await someTariffs(prisma, [
    {
      ...common,
      name: "Tarifs 2025",
      state: "published",
      from: "2025-01-01",
      reductions: [],
      rules: rulesAt(200, 400),
    },
    {
      ...common,
      name: "Tarifs 2026",
      state: "draft",
      from: null,
      reductions: [aReduction()],
      rules: rulesAt(180, 450),
    },
  ]);
  if (!inForce || !draft) throw new Error("Two tariffs were written");
  const agent = await anAccount(prisma, { role: "educationService" });
  return { canteen, categories: { child, outside }, inForce, draft, agent, unit };
}

/** What an agent of the whole town may do, on 10 October 2025 at 10:00. */
export const townContext = (agent: { id: string }) => townAgentContext(agent, "2025-10-10T10:00");

/** A family whose only child eats on these days, with a category and a quotient unless null. */
export async function anEater(
  town: GridTown,
  its: {
    days: readonly string[];
    quotient?: number | null;
    categoryId?: number | null;
    dependentChildren?: number;
    late?: boolean;
  },
): Promise<{ family: BuiltFamily; inscriptionId: number }> {
  const schoolYear =
    (await prisma.schoolYear.findFirst({ where: { name: "2025-2026" } })) ??
    (await aSchoolYear(prisma));
  const group = await aGroup(prisma, { activity: town.canteen, schoolYear });
  const family = await aFamily(prisma, { children: [{ inscriptions: [{ group }] }] });
  const inscription = family.children[0]?.inscriptions[0];
  if (!inscription) throw new Error("The child has an inscription");
  await prisma.familyChild.updateMany({
    where: { familyId: family.id },
    data: { categoryId: its.categoryId === undefined ? town.categories.child.id : its.categoryId },
  });
  await prisma.familyQuotient.create({
    data: {
      familyId: family.id,
      firstDay: dayToDate(day("2024-01-01")),
      quotientFamilial: its.quotient === undefined ? 50_000 : its.quotient,
      parts: 250,
      dependentChildren: its.dependentChildren ?? 1,
      residence: "inTown",
      source: "Avis d’imposition",
    },
  });
  await someReservations(
    prisma,
    its.days.map((d) => ({
      inscription,
      unit: { id: town.unit("REPAS") },
      day: d,
      family,
      late: its.late ?? false,
    })),
  );
  return { family, inscriptionId: inscription.id };
}
