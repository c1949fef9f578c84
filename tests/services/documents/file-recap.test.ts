import { prisma } from "@/lib/db";
import { requestRecapContent } from "@/lib/services/documents/request-recap";
import { writeDocumentTypes } from "@/prisma/seed/supporting-documents";
import { aDecisionScenario } from "@/tests/services/family-file/decision-scenario";
import { aDocumentRequest, aFileRequest } from "@/tests/support/builders/filing";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";

beforeEach(emptyTables);

test("the recap of a request about the file lists its lines, and prints no health", async () => {
  const { family, child } = await aDecisionScenario();
  const request = await aFileRequest(prisma, {
    family,
    child,
    lines: [
      { field: "schoolClass", was: "CP", now: "CE1", state: "accepted" },
      { field: "hasPai", was: null, now: "oui" },
    ],
  });
  const { proof } = guardianContext(family, "2026-11-23T09:00");
  const content = await requestRecapContent(proof, request.number);
  expect(content?.table?.groups).toEqual([
    { name: "Classe", rows: [{ name: "CP", remarks: ["Accepté"], value: "CE1" }] },
    {
      name: "Projet d’accueil individualisé (PAI)",
      rows: [{ name: "information de santé, non imprimée", remarks: ["En attente"], value: "" }],
    },
  ]);
  expect(JSON.stringify(content)).not.toContain("Oui");
  expect(await prisma.auditEvent.count({ where: { kind: "health-read" } })).toBe(0);
});

test("that of a document names it and its last day", async () => {
  const { family, child } = await aDecisionScenario();
  const types = await writeDocumentTypes(prisma);
  const { request } = await aDocumentRequest(prisma, {
    family,
    child,
    typeId: types.get("ASSURANCE")?.id ?? 0,
    validUntil: "2027-08-31",
  });
  const { proof } = guardianContext(family, "2026-11-23T09:00");
  const content = await requestRecapContent(proof, request.number);
  expect(content?.facts).toContainEqual(["Objet", "Justificatif"]);
  expect(content?.table?.groups).toEqual([
    {
      name: "Attestation d’assurance",
      rows: [{ name: "En attente", remarks: [], value: "31 août 2027" }],
    },
  ]);
});
