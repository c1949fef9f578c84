import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { writeHealth } from "@/lib/services/family-file/sealed-health";
import { writeAuthorizationTypes } from "@/prisma/seed/authorizations";
import { writeDocumentTypes } from "@/prisma/seed/supporting-documents";
import { writeTariffs } from "@/prisma/seed/tariffs";
import { groupNamed, unitIdOf, writeTown, type DemoTown } from "@/prisma/seed/town";
import { anAccount } from "@/tests/support/builders/account";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { someReservations } from "@/tests/support/builders/reservation";
import { schoolYearNamed } from "@/tests/support/booking-drafts";
import {
  at,
  ctxOf,
  diet,
  type Couple,
  type Days,
  type Home,
  type Place,
  type Town,
} from "./couple";
import { leaveTraces } from "./traces";

export async function theTown(): Promise<Town> {
  const { town, category, types, insurance } = await prisma.$transaction(writeAll, {
    timeout: 60_000,
  });
  const group = (code: string) => groupNamed(town, code, "2026-2027");
  const [canteen, wednesdays] = [group("RESTO_R_PREVERT"), group("CLM_GRANDS_PREVERT")];
  return {
    year: await schoolYearNamed("2026-2027"),
    groups: { canteen: canteen.row, wednesdays: wednesdays.row },
    meal: unitIdOf(canteen, "REPAS"),
    wholeDay: unitIdOf(wednesdays, "JOURNEE"),
    categoryId: category?.id ?? 0,
    typeId: (code) => types.get(code)?.id ?? 0,
    documentTypeId: insurance?.id ?? 0,
  };
}

async function writeAll(tx: Parameters<typeof writeTown>[0]) {
  const town: DemoTown = await writeTown(tx);
  const categories = await writeTariffs(tx, town, day(at.slice(0, 10)));
  const types = await writeAuthorizationTypes(tx);
  const documentTypes = await writeDocumentTypes(tx);
  // Examined, so that each home may have a wish of its own that waits.
  await tx.familyFieldRule.create({
    data: { field: "schoolClass", access: "editable", processing: "examined" },
  });
  return {
    town,
    category: categories.get("ENFANT"),
    types,
    insurance: documentTypes.get("ASSURANCE"),
  };
}

/** Another child with its two homes, each of which has left all its traces; Alix is of both. */
export async function aCouple(town: Town): Promise<Couple> {
  const { canteen, wednesdays } = town.groups;
  const alix = await anAccount(prisma, { firstName: "Alix" });
  const both = { firstName: "Alix", email: alix.email, account: { existing: alix.id } };
  const mothers = await aFamily(prisma, {
    name: "Garnier",
    guardians: [{ firstName: "Claire" }, both],
    children: [
      {
        firstName: "Zoé",
        birthDate: "2015-09-19",
        inscriptions: [{ group: canteen }, { group: wednesdays }],
      },
      { firstName: "Basile", inscriptions: [{ group: canteen }] },
    ],
  });
  const zoe = mothers.children[0];
  const [first, second] = zoe?.inscriptions ?? [];
  if (!zoe || !first || !second) throw new Error("Zoé has two inscriptions");
  const fathers = await aFamily(prisma, {
    name: "Lambert",
    guardians: [{ firstName: "Julien" }, both],
    children: [{ existing: zoe }, { firstName: "Capucine", inscriptions: [{ group: canteen }] }],
  });
  const stranger = await aFamily(prisma, {
    name: "Durand",
    children: [{ firstName: "Ulysse", inscriptions: [{ group: canteen }] }],
  });
  await prisma.familyChild.updateMany({ data: { categoryId: town.categoryId } });
  await prisma.child.update({ where: { id: zoe.id }, data: { diet } });
  const { now } = ctxOf(mothers);
  await prisma.$transaction((tx) => writeHealth(tx, zoe.id, { hasPai: "oui" }, now));
  const inscriptions = { canteen: first.id, wednesdays: second.id };
  const place = { town, childId: zoe.id, inscriptions };
  return {
    ...place,
    mother: await aHome(place, mothers, {
      onlyChild: "Basile",
      quotients: [64_000, 31_200],
      answers: [{ typeId: town.typeId("SORTIR_SEUL"), contactId: null, allowed: true }],
      asked: { field: "school", value: "École Prévert" },
      days: daysOf("2026-11-16", "2026-11-23", "2026-12-01", "2026-12-09"),
    }),
    father: await aHome(place, fathers, {
      onlyChild: "Capucine",
      quotients: [135_000, 98_700],
      answers: [{ typeId: town.typeId("PHOTOGRAPHIE"), contactId: null, allowed: true }],
      asked: { field: "schoolClass", value: "CM1" },
      days: daysOf("2026-11-17", "2026-11-24", "2026-12-03", "2026-12-16"),
    }),
    stranger,
  };
}

const daysOf = (past: string, late: string, canteen: string, waiting: string): Days => ({
  past: day(past),
  late: day(late),
  canteen: day(canteen),
  waiting: day(waiting),
});

async function aHome(
  place: Place,
  family: BuiltFamily,
  its: Pick<Home, "onlyChild" | "days" | "answers" | "asked"> & {
    quotients: readonly [number, number];
  },
): Promise<Home> {
  const [before, since] = its.quotients;
  await prisma.familyQuotient.create({
    data: {
      familyId: family.id,
      firstDay: new Date("2026-01-01"),
      quotientFamilial: before,
      parts: 150,
      dependentChildren: 2,
      residence: "inTown",
      source: "Avis d’imposition",
    },
  });
  const unit = { id: place.town.meal };
  const inscription = { id: place.inscriptions.canteen };
  await someReservations(prisma, [
    { inscription, unit, family, day: its.days.past },
    { inscription, unit, family, day: its.days.late, late: true },
  ]);
  const traces = await leaveTraces(place, ctxOf(family), its);
  await prisma.familyQuotient.updateMany({
    where: { familyId: family.id },
    data: { quotientFamilial: since },
  });
  return { ...its, ...traces, family, quotient: since };
}
