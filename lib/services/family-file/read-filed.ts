import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import type { FamilyField } from "@/lib/domain/family-file";
import type { LineState } from "@/lib/domain/service-request";

/** What was just sent about the file: which fields count at once, and which wait. */
export interface FiledFileRequest {
  readonly number: number;
  readonly aboutName: string;
  readonly lines: readonly { readonly field: FamilyField; readonly state: LineState }[];
}

/** A submission of this family about the file, or null ("introuvable"). One statement. */
export async function readFiledFileChanges(
  { familyId }: AuthorizedFamily,
  submissionId: string,
): Promise<FiledFileRequest | null> {
  const request = await prisma.serviceRequest.findFirst({
    where: { submissionId, familyId, kind: "familyFile" },
    select: {
      number: true,
      child: { select: { firstName: true } },
      guardian: { select: { firstName: true } },
      fileChanges: { select: { field: true, state: true }, orderBy: { field: "asc" } },
    },
  });
  if (!request) return null;
  const { number, child, guardian, fileChanges: lines } = request;
  return { number, aboutName: (child ?? guardian)?.firstName ?? "", lines };
}
