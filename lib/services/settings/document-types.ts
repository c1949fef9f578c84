import "server-only";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { DocumentTypeSetting } from "@/lib/domain/document-type-setting";
import { orderStamp } from "./ordered-list";
import { stampOf } from "./stamp";

/** A kind of document of the town's list, as agents set it. */
export interface ListedDocumentType extends DocumentTypeSetting {
  readonly id: number;
  /** How many were filed. */
  readonly documents: number;
  readonly stamp: string;
}

export interface DocumentTypeList {
  readonly types: readonly ListedDocumentType[];
  readonly orderStamp: string;
}

/** The town's list, with what is no longer asked. One statement. */
export async function readDocumentTypeList(
  _agent: Authorized<"manage-settings">,
  db: Pick<Tx, "supportingDocumentType"> = prisma,
): Promise<DocumentTypeList> {
  const rows = await db.supportingDocumentType.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { _count: { select: { documents: true } } },
  });
  const types = rows.map((row) => ({
    ...documentSettingOf(row),
    id: row.id,
    documents: row._count.documents,
    stamp: stampOf(documentSettingOf(row)),
  }));
  return { types, orderStamp: orderStamp(types.map(({ id }) => id)) };
}

/** Its fields, in one order, without what is counted. */
export function documentSettingOf(type: DocumentTypeSetting): DocumentTypeSetting {
  const { label, explanation, subject, validity, validityMonths, processing } = type;
  const { required, forLate, active } = type;
  return {
    label,
    explanation,
    subject,
    validity,
    validityMonths,
    processing,
    required,
    forLate,
    active,
  };
}
