import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { dateToDay, dateToInstant, prisma } from "@/lib/db";
import type { Day, Instant } from "@/lib/domain/day";
import {
  documentStatus,
  missingDocuments,
  withoutReplaced,
  type DocumentStatus,
  type KnownDocument,
  type MissingDocument,
  type SupportingDocumentType,
} from "@/lib/domain/supporting-document";
import { town } from "@/town/town";
import { visibleTo } from "./read-file";

/** A document as its family's list shows it. */
export interface ListedDocument extends KnownDocument {
  readonly id: string;
  readonly label: string;
  readonly status: DocumentStatus;
  readonly filedAt: Instant;
  /** Of the request that filed it; null where an agent added it. */
  readonly number: number | null;
  readonly files: readonly ListedFile[];
}

interface ListedFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

interface Person {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
}

/** What "Mes justificatifs" and its form are drawn from. */
export interface FamilyDocuments {
  /** What the town asks for, in its order. */
  readonly types: readonly SupportingDocumentType[];
  /** What is only joined to a request past its cut-off. */
  readonly lateTypes: readonly SupportingDocumentType[];
  /** The children whose file the family may see. */
  readonly children: readonly Person[];
  readonly guardians: readonly Person[];
  /** Latest first, without those that a newer one replaces. */
  readonly documents: readonly ListedDocument[];
  readonly missing: readonly MissingDocument<SupportingDocumentType>[];
}

/**
 * What the family has filed and what is still asked of it. A child's other home is asked for nothing
 * that one home has given, without being told more. Five statements, whatever the number of children.
 */
export async function readFamilyDocuments(
  { familyId }: AuthorizedFamily,
  today: Day,
): Promise<FamilyDocuments> {
  const [allTypes, children, guardians, own, elsewhere] = await Promise.all([
    prisma.supportingDocumentType.findMany({
      where: { active: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
    prisma.child.findMany({
      where: { families: { some: { familyId, maySeeFile: true } } },
      select: { id: true, firstName: true, lastName: true },
      orderBy: { id: "asc" },
    }),
    prisma.guardian.findMany({
      where: { familyId },
      select: { id: true, firstName: true, lastName: true },
      orderBy: { id: "asc" },
    }),
    prisma.supportingDocument.findMany({
      where: { familyId, type: { forLate: false }, ...visibleTo(familyId) },
      include: {
        type: { select: { label: true } },
        request: { select: { number: true } },
        files: { orderBy: { position: "asc" } },
      },
      orderBy: [{ filedAt: "desc" }, { id: "asc" }],
    }),
    prisma.supportingDocument.findMany({
      where: {
        familyId: { not: familyId },
        state: { in: ["pending", "accepted"] },
        child: { families: { some: { familyId, maySeeFile: true } } },
      },
    }),
  ]);
  const filed = own.map((row) => ({
    ...knownDocument(row),
    id: row.id,
    label: row.type.label,
    filedAt: dateToInstant(row.filedAt),
    number: row.request?.number ?? null,
    files: row.files.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes })),
  }));
  const persons = { childIds: children.map(idOf), guardianIds: guardians.map(idOf) };
  const types = allTypes.filter(({ forLate }) => !forLate);
  const { remindDaysBefore } = town.supportingDocuments;
  return {
    types,
    lateTypes: allTypes.filter(({ forLate }) => forLate),
    children,
    guardians,
    documents: withoutReplaced(filed).map((document) => ({
      ...document,
      status: documentStatus(document, today, remindDaysBefore),
    })),
    missing: missingDocuments(types, persons, [...filed, ...elsewhere.map(knownDocument)], today),
  };
}

const idOf = ({ id }: { id: number }) => id;

/** What the rules ask of a row. */
export function knownDocument(row: {
  typeId: number;
  childId: number | null;
  guardianId: number | null;
  state: KnownDocument["state"];
  validUntil: Date | null;
  filedAt: Date;
}): KnownDocument {
  const { typeId, childId, guardianId, state } = row;
  return {
    typeId,
    childId,
    guardianId,
    state,
    validUntil: row.validUntil && dateToDay(row.validUntil),
    filedAt: dateToInstant(row.filedAt),
  };
}
