import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import type { Instant, Moment } from "@/lib/domain/day";
import { parseDocumentCode, type DocumentCode } from "@/lib/domain/document-code";
import type { IssuedDocument } from "@/lib/domain/issued-document";
import { withSomeRight } from "@/lib/services/child-rights";
import { currentSchoolYear, readSchoolYears } from "@/lib/services/school-years";
import { documentOf } from "./rows";

/** A document as the family's list names it. */
export interface DocumentEntry {
  readonly code: DocumentCode;
  readonly title: string;
  /** Whom or when it is about: "Léo Dupont". */
  readonly about: string | null;
  readonly issuedAt: Instant;
}

/** What "Édition de documents" is drawn from. */
export interface DocumentsPage {
  readonly children: readonly { readonly id: number; readonly firstName: string }[];
  /** Latest first. */
  readonly years: readonly { readonly id: number; readonly name: string }[];
  readonly currentYearId: number | null;
  /** Latest first. */
  readonly documents: readonly DocumentEntry[];
  readonly total: number;
}

export const documentsPerPage = 20;

/** The family's children, the school years, and a page of what it was given. Four statements. */
export async function readDocumentsPage(
  { familyId }: AuthorizedFamily,
  page: number,
  moment: Moment,
): Promise<DocumentsPage> {
  const [children, years, rows, total] = await Promise.all([
    prisma.child.findMany({
      where: { families: { some: { familyId, ...withSomeRight } } },
      select: { id: true, firstName: true },
      orderBy: { id: "asc" },
    }),
    readSchoolYears(prisma),
    prisma.issuedDocument.findMany({
      where: { familyId },
      orderBy: [{ issuedAt: "desc" }, { id: "asc" }],
      take: documentsPerPage,
      skip: (page - 1) * documentsPerPage,
    }),
    prisma.issuedDocument.count({ where: { familyId } }),
  ]);
  return {
    children,
    years: years.map(({ id, name }) => ({ id, name })).reverse(),
    currentYearId: currentSchoolYear(years, moment)?.id ?? null,
    documents: rows.map(documentOf).map(({ code, issuedAt, content }) => ({
      code,
      issuedAt,
      title: content.title,
      about: content.facts.find(([name]) => name === "Enfant")?.[1] ?? null,
    })),
    total,
  };
}

/** A document that this family was given; null for any other. */
export async function readFamilyDocument(
  { familyId }: AuthorizedFamily,
  typed: string,
): Promise<IssuedDocument | null> {
  const code = parseDocumentCode(typed);
  if (code === null) return null;
  const row = await prisma.issuedDocument.findFirst({ where: { code, familyId } });
  return row && documentOf(row);
}
