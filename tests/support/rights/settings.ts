import { prisma } from "@/lib/db";
import { familyFieldNames } from "@/lib/domain/family-file";
import { readTemplateList } from "@/lib/services/settings/answer-templates";
import { readAuthorizationList } from "@/lib/services/settings/authorization-types";
import { readDietList } from "@/lib/services/settings/diets";
import { readDocumentTypeList } from "@/lib/services/settings/document-types";
import { readFieldSettings } from "@/lib/services/settings/field-rules";
import { townAgentProof } from "@/tests/support/actors";
import { theShownTown } from "./town";
import { aDocumentRequest, aFileRequest } from "@/tests/support/builders/filing";
import type { BuiltFamily } from "@/tests/support/builders/family";

/** The town's settings as agents see them, and what a family filed that they examine. */
export type ShownSettings = Awaited<ReturnType<typeof theShownSettings>>;

export async function theShownSettings(family: BuiltFamily, documentTypeId: number) {
  const [child] = family.children;
  if (!child) throw new Error("The family has a child");
  await prisma.diet.createMany({
    data: ["Sans porc", "Végétarien"].map((label, i) => ({ label, position: i + 1 })),
  });
  await prisma.answerTemplate.createMany({
    data: ["Groupe complet", "Délai dépassé"].map((name, i) => ({
      ...{ name, text: name, kinds: ["reservations" as const] },
      ...{ position: i + 1, active: true },
    })),
  });
  const proof = townAgentProof({ id: family.guardians[0]?.accountId ?? "" });
  const file = await aFileRequest(prisma, {
    family,
    child,
    lines: [{ field: "schoolClass", was: null, now: "CE1" }],
  });
  const document = await aDocumentRequest(prisma, { family, child, typeId: documentTypeId });
  return {
    fileNumber: file.number,
    documentNumber: document.request.number,
    documentId: document.documentId,
    authorizations: await readAuthorizationList(proof),
    templates: await readTemplateList(proof),
    diets: await readDietList(proof),
    fields: await readFieldSettings(proof),
    documentTypes: await readDocumentTypeList(proof),
    town: await theShownTown(proof),
    closureId: await aClosure(proof.accountId),
  };
}

/** Of a day long gone, by nobody who may close anything: it is only there to be found. */
async function aClosure(declaredById: string): Promise<number> {
  const on = new Date("2025-09-05");
  const { id } = await prisma.closure.create({
    data: {
      firstDay: on,
      lastDay: on,
      reason: "Grève du personnel",
      target: "town",
      everyUnit: true,
      declaredAt: on,
      declaredById,
      children: 0,
      families: 0,
      places: 0,
      amount: 0,
      lines: 0,
      emails: 0,
    },
  });
  return id;
}

const key = () => crypto.randomUUID();

/** A colleague's own line of a list, as the first one of the list moves down. */
export function movedDown(list: { orderStamp: string }, lines: readonly { id: number }[]) {
  return { id: lines[0]?.id, direction: "down", shown: list.orderStamp, idempotencyKey: key() };
}

export function typedAuthorization() {
  return {
    label: "Baignade",
    explanation: "",
    icon: "sun",
    subject: "child",
    required: "1",
    minimumAge: "",
    active: "1",
    idempotencyKey: key(),
  };
}

export function typedDocumentType() {
  return {
    label: "Brevet de natation",
    explanation: "",
    subject: "child",
    validity: "forever",
    validityMonths: "",
    processing: "examined",
    active: "1",
    idempotencyKey: key(),
  };
}

export function typedFieldRules({ fields: { stamp } }: ShownSettings) {
  const rules = familyFieldNames.flatMap((field) => [
    [`access-${field}`, "shown"],
    [`processing-${field}`, "automatic"],
  ]);
  return { ...Object.fromEntries(rules), shown: stamp, idempotencyKey: key() };
}

export const typedTemplate = () => ({
  name: "Document illisible",
  text: "Le document ne se lit pas.",
  kinds: ["supportingDocuments"],
  active: "1",
  idempotencyKey: key(),
});

export const typedDiet = () => ({ label: "Sans lactose", active: "1", idempotencyKey: key() });
