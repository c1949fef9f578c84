import { prisma } from "@/lib/db";
import { familyFieldNames } from "@/lib/domain/family-file";
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
    diets: await readDietList(proof),
    fields: await readFieldSettings(proof),
    documentTypes: await readDocumentTypeList(proof),
    town: await theShownTown(proof),
  };
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

export const typedDiet = () => ({ label: "Sans lactose", active: "1", idempotencyKey: key() });
