import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import type { SentDocument } from "@/lib/services/supporting-documents/keep-document";
import { writeDocumentTypes } from "@/prisma/seed/supporting-documents";
import { townAgentContext } from "./actors";
import { guardianContext, theDuponts, type Duponts } from "./duponts";
import { aPdf } from "./storage/sent-files";

export const midYearMoment = "2026-11-22T10:00";

/** The manual's family and the demo town's list of documents. */
export async function theDocumentedDuponts() {
  const duponts = await theDuponts();
  const types = await writeDocumentTypes(prisma);
  const typeId = (code: string): number => {
    const type = types.get(code);
    if (!type) throw new Error(`No type ${code}`);
    return type.id;
  };
  return {
    duponts,
    typeId,
    ctx: guardianContext(duponts.family, midYearMoment),
    childId: childNamed(duponts, "Lucas"),
  };
}

export function childNamed({ family }: Duponts, firstName: string): number {
  const child = family.children.find((one) => one.firstName === firstName);
  if (!child) throw new Error(`No child ${firstName}`);
  return child.id;
}

/** Lucas's insurance as a PDF, unless told otherwise. */
export async function aSentDocument(
  its: Partial<SentDocument> & { typeId: number },
): Promise<SentDocument> {
  return {
    childId: null,
    guardianId: null,
    validUntil: null,
    requestNumber: null,
    files: [{ name: "assurance.pdf", content: await aPdf() }],
    idempotencyKey: crypto.randomUUID(),
    ...its,
  };
}

/** All rows about supporting documents, to see that nothing of them is there. */
export async function filedRows() {
  const [documents, files, requests, emails] = await Promise.all([
    prisma.supportingDocument.findMany({ include: { files: true }, orderBy: { filedAt: "asc" } }),
    prisma.storedFile.findMany({ orderBy: { id: "asc" } }),
    prisma.serviceRequest.findMany({ orderBy: { number: "asc" } }),
    prisma.outboxEmail.findMany({ orderBy: { createdAt: "asc" } }),
  ]);
  return { documents, files, requests, emails };
}

/** As `dayToDate`, for expectations. */
export const dateOf = (text: string) => new Date(`${day(text)}T00:00:00.000Z`);

/** What an agent of the whole town may do at midyear. */
export const townContext = (agent: { id: string }) => townAgentContext(agent, midYearMoment);
