import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { issueAttestation, issuePlanning, issueRequestRecap } from "@/lib/services/documents/issue";
import { unitOf } from "@/tests/support/builders/activity";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { aRequest } from "@/tests/support/builders/service-request";
import { emptyTables } from "@/tests/support/database";
import { theDuponts, type Duponts } from "@/tests/support/duponts";
import { childNamed, contentOf, key, parentOf, reserve, rowsOf, yearNamed } from "./scenario";

let its: Duponts;
const december = { from: day("2026-12-01"), to: day("2026-12-31") };

beforeEach(async () => {
  await emptyTables();
  its = await theDuponts();
});

/** The child's other home: the same child, no reservation of its own. */
const theOtherHome = () =>
  aFamily(prisma, { name: "Martin", children: [{ existing: childNamed(its, "Léo") }] });

const planning = (family: BuiltFamily, period = december) =>
  issuePlanning(parentOf(family), {
    childId: childNamed(its, "Léo").id,
    ...period,
    idempotencyKey: key(),
  });

const attestation = async (family: BuiltFamily, year = "2026-2027") =>
  issueAttestation(parentOf(family), {
    childId: childNamed(its, "Lucas").id,
    schoolYearId: await yearNamed(year),
    idempotencyKey: key(),
  });

test("the attestation says the inscriptions of the year, in the town's order", async () => {
  await prisma.child.update({
    where: { id: childNamed(its, "Lucas").id },
    data: { birthDate: new Date("2021-03-12") },
  });
  const content = await contentOf(its.family, await attestation(its.family));
  expect(content.title).toBe("Attestation d’inscription");
  expect(content.statement).toBe(
    "La commune de Clairval-sur-Orge atteste, pour l’année scolaire 2026-2027, l’inscription de Lucas\u00a0Dupont aux activités suivantes.",
  );
  expect(content.facts).toEqual([
    ["Enfant", "Lucas Dupont"],
    ["Date de naissance", "12/03/2021"],
    ["Année scolaire", "2026-2027"],
  ]);
  expect(rowsOf(content).map(([activity]) => activity)).toEqual([
    "Accueil pré/post-scolaire",
    "Centre de Loisirs Mercredis",
    "Restauration scolaire",
  ]);
  expect(rowsOf(content)[1]?.slice(1)).toEqual([
    expect.stringContaining("Petits"),
    expect.stringMatching(/^du \S+ \S+ 2026 au \S+ \S+ 2027$/),
  ]);
});

test("a year without inscriptions has no attestation", async () => {
  await prisma.inscription.deleteMany({ where: { childId: childNamed(its, "Lucas").id } });
  expect(await attestation(its.family)).toEqual({ ok: false, refusal: "nothing-to-attest" });
  expect(await prisma.issuedDocument.count()).toBe(0);
});

test("the planning lists exactly the days reserved within the period", async () => {
  await reserve(its, "RESTO", ["2026-11-30", "2026-12-01", "2026-12-04", "2027-01-05"]);
  await reserve(its, "ETUDES", ["2026-12-04", "2026-12-31"]);
  await reserve(its, "RESTO", ["2026-12-08"], { state: "removalPending" });
  await reserve(its, "RESTO", ["2026-12-10", "2026-12-11"], { state: "pending" });
  const content = await contentOf(its.family, await planning(its.family));
  const firstWeek = "Semaine du 30 nov. 2026";
  expect(rowsOf(content)).toEqual([
    [firstWeek, "mardi 1er décembre 2026", "Repas"],
    [firstWeek, "vendredi 4 décembre 2026", "Repas, Étude"],
    ["Semaine du 7 déc. 2026", "mardi 8 décembre 2026", "Repas"],
    ["Semaine du 28 déc. 2026", "jeudi 31 décembre 2026", "Étude"],
  ]);
  expect(content.facts.map(([, value]) => value)).toEqual(["Léo Dupont", "3 repas", "2 études"]);
  expect(content.remarks).toContain("2 demandes attendent encore une réponse et n’y figurent pas.");
});

test("each home's planning holds its own days only", async () => {
  const otherHome = await theOtherHome();
  await reserve(its, "RESTO", ["2026-12-01"]);
  expect(await planning(otherHome)).toEqual({ ok: false, refusal: "nothing-reserved" });
  await reserve(its, "RESTO", ["2026-12-03"], { family: otherHome });
  const theirs = await contentOf(otherHome, await planning(otherHome));
  expect(rowsOf(theirs).map(([, d]) => d)).toEqual(["jeudi 3 décembre 2026"]);
  const ours = await contentOf(its.family, await planning(its.family));
  expect(rowsOf(ours).map(([, d]) => d)).toEqual(["mardi 1er décembre 2026"]);
});

test("another family's child and another family's request are introuvables", async () => {
  const stranger = await aFamily(prisma, { name: "Durand", children: [{}] });
  const request = await aLucasRequest();
  await reserve(its, "RESTO", ["2026-12-01"]);
  const notFound = { ok: false, refusal: "not-found" };
  expect(await attestation(stranger)).toEqual(notFound);
  expect(await planning(stranger)).toEqual(notFound);
  for (const family of [stranger, await theOtherHome()])
    expect(
      await issueRequestRecap(parentOf(family), { number: request.number, idempotencyKey: key() }),
    ).toEqual(notFound);
  expect(await prisma.issuedDocument.count()).toBe(0);
});

async function aLucasRequest() {
  const wednesdays = its.town.activities.get("CL_MERCREDIS");
  if (!wednesdays) throw new Error("The demo town has Wednesdays");
  const inscription = await prisma.inscription.findUniqueOrThrow({
    where: { id: its.inscription("CLM_PETITS_PREVERT", "Lucas", "2026-2027") },
  });
  const days = ["2026-12-02", "2026-12-09", "2026-12-16", "2027-01-06"];
  const unit = unitOf(wednesdays, "JOURNEE");
  return aRequest(prisma, {
    family: its.family,
    inscription,
    lines: days.map((d) => ({ unit, day: d })),
  });
}

test("the recap says the request as it stands, date by date, without its reason", async () => {
  const { id, number } = await aLucasRequest();
  const reason = "Un secret de famille";
  await prisma.serviceRequest.update({ where: { id }, data: { late: true, reason } });
  const issued = await issueRequestRecap(parentOf(its.family, 1), {
    number,
    idempotencyKey: key(),
  });
  const content = await contentOf(its.family, issued);
  expect(content.title).toBe(`Récapitulatif de la demande n°\u00a0${number}`);
  expect(Object.fromEntries(content.facts)).toMatchObject({
    Enfant: "Lucas Dupont",
    Objet: "Centre de Loisirs Mercredis",
    Période: "du 2 déc. 2026 au 6 janv. 2027",
    Demandeur: "Madelaine Dupont",
    État: "En cours d’instruction",
  });
  const [row] = content.table?.groups[0]?.rows ?? [];
  expect(content.table?.groups[0]?.name).toBe("Ajout, Journée");
  expect(row?.name).toMatch(/^En attente\u00a0: tous les mercredis/);
  expect(row?.remarks).toEqual(["décembre 2026\u00a0: 2, 9, 16", "janvier 2027\u00a0: 6"]);
  expect(JSON.stringify(content)).not.toContain("secret");
});
