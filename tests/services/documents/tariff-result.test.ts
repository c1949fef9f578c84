import { prisma } from "@/lib/db";
import { queryParams, simulationQuery } from "@/lib/domain/tariff/simulation-query";
import type { SimulationQuery } from "@/lib/domain/tariff/simulation-query";
import { day } from "@/lib/domain/day";
import { issueTariffResult } from "@/lib/services/documents/issue";
import { readDocumentsPage } from "@/lib/services/documents/list";
import { verifyDocument } from "@/lib/services/documents/verify";
import { readFamilySimulation } from "@/lib/services/tariffs/family-simulation";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { type Duponts } from "@/tests/support/duponts";
import { plain } from "@/tests/support/manual-tariffs";
import { thePricedDuponts } from "@/tests/support/priced-duponts";
import { moment } from "@/lib/domain/day";
import { at, childNamed, contentOf, key, parentOf, rowsOf } from "./scenario";

let its: Duponts;

beforeEach(async () => {
  await emptyTables();
  its = await thePricedDuponts("2026-11-22");
}, 60_000);

const asked = (tried: Partial<SimulationQuery>) => simulationQuery({ ...tried });

/** What the family's own file says for Lucas, as step 2 sends it, with what is tried instead. */
async function query(family: BuiltFamily, tried: Partial<SimulationQuery> = {}) {
  const enfant = String(childNamed(its, "Lucas").id);
  const read = await readFamilySimulation(
    parentOf(family).proof,
    asked({ enfant }),
    day("2026-11-22"),
  );
  if (!read) throw new Error("Lucas is a child of the family");
  return asked({ ...read.known, enfant, ...tried });
}

const issue = (family: BuiltFamily, sent: SimulationQuery, idempotencyKey = key()) =>
  issueTariffResult(parentOf(family), { query: sent, idempotencyKey });

test("the file's own prices: header, every activity and unit, each with its reason", async () => {
  const content = await contentOf(its.family, await issue(its.family, await query(its.family)));
  expect(content.title).toBe("Résultat de la simulation des tarifs");
  expect(content.statement).toBe(
    "Voici les tarifs de la famille Dupont, d’après son dossier tel qu’il est à la date de ce document.",
  );
  expect(content.facts.map(([name, value]) => plain(`${name} : ${value}`))).toEqual([
    "Enfant : Lucas Dupont",
    "Demandeur : Madelaine Dupont",
    "Service concerné : Service éducation",
    "Date de calcul : Tarifs 2026",
    "Tarification : Commune",
    "Quotient familial : 912,00",
    "Catégorie de la personne : Enfant",
    "Nombre d’enfants à charge : 2",
    "Nombre de parts : 3",
    "Rang de l’enfant : 2",
  ]);
  expect(rowsOf(content).map(([activity]) => activity)).toContain("Restauration scolaire");
  const [meal] = content.table?.groups.at(-1)?.rows ?? [];
  expect(meal).toMatchObject({ name: "Repas", value: expect.stringMatching(/^\d,\d\d\u00a0€$/) });
  expect(meal?.remarks.join()).toContain("Quotient familial 912,00");
});

test("values that were tried are said to be so, and which", async () => {
  const one = await issue(its.family, await query(its.family, { quotient: "640" }));
  const content = await contentOf(its.family, one);
  expect(content.title).toBe("Résultat de la simulation des tarifs, avec des valeurs essayées");
  expect(content.statement).toBe(
    "Simulation avec des valeurs essayées\u00a0: quotient familial. Cette valeur ne vient pas du dossier de la famille Dupont.",
  );
  expect(JSON.stringify(content)).not.toContain("912");
  const tried = { quotient: "640", enfants: "3", parts: "" };
  const several = await issue(its.family, await query(its.family, tried));
  expect((await contentOf(its.family, several)).statement).toBe(
    "Simulation avec des valeurs essayées\u00a0: quotient familial, nombre d’enfants à charge et nombre de parts. Elles ne viennent pas du dossier de la famille Dupont.",
  );
});

test("it is numbered and listed like the others, and whoever holds the number reads it", async () => {
  const sent = await query(its.family);
  const idempotencyKey = key();
  const issued = await issue(its.family, sent, idempotencyKey);
  if (!issued.ok) throw new Error(issued.refusal);
  expect(await issue(its.family, sent, idempotencyKey)).toEqual(issued);
  expect(await issue(its.family, { ...sent, quotient: "1" }, idempotencyKey)).toEqual({
    ok: false,
    refusal: "key-reused",
  });
  const { code } = issued.value;
  const page = await readDocumentsPage(parentOf(its.family, 1).proof, 1, moment(at));
  expect(page.documents).toMatchObject([
    { code, title: "Résultat de la simulation des tarifs", about: "Lucas Dupont" },
  ]);
  expect(await verifyDocument(code, "192.0.2.1")).toMatchObject({
    value: { code, kind: "tariffResult" },
  });
  const event = await prisma.auditEvent.findFirstOrThrow({ where: { kind: "document-issued" } });
  expect(event.data).toEqual({ kind: "tariffResult", ...queryParams(sent) });
});

test("a wrong id, an unfinished answer and another family's child give no document", async () => {
  const stranger = await aFamily(prisma, { name: "Durand", children: [{}] });
  const sent = await query(its.family);
  const wrong = [
    issue(stranger, sent),
    issue(its.family, { ...sent, version: "999" }),
    issue(its.family, { ...sent, categorie: "" }),
    issue(its.family, { ...sent, quotient: "-1" }),
  ];
  for (const answer of wrong) expect(await answer).toEqual({ ok: false, refusal: "not-found" });
  expect(await prisma.issuedDocument.count()).toBe(0);
});

test("each home's result is of its own file: nothing of the other's is in it", async () => {
  const otherHome = await aFamily(prisma, {
    name: "Martin",
    children: [{ existing: childNamed(its, "Lucas") }],
  });
  const category = await prisma.tariffCategory.findUniqueOrThrow({ where: { code: "ENFANT" } });
  const theirs = await query(otherHome, {
    categorie: String(category.id),
    residence: "commune",
  });
  expect(theirs.quotient).toBe("");
  const content = await contentOf(otherHome, await issue(otherHome, theirs));
  expect(content.statement).toContain("dossier de la famille Martin");
  expect(JSON.stringify(content)).not.toMatch(/912|Madelaine|famille Dupont/);
});
