import type { FiledFileChanges } from "@/lib/services/family-file/file-changes";

/** The family's page, which says what was just sent. */
export function filedHref({ submissionId, takenBack }: FiledFileChanges): string {
  const query =
    submissionId === null
      ? new URLSearchParams({ retire: takenBack.join(",") })
      : new URLSearchParams({ envoi: submissionId });
  return `/famille?${query.toString()}`;
}
