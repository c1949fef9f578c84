import "server-only";
import { familyFields, type FamilyField } from "@/lib/domain/family-file";
import type { LineState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";

/** A line of a request about the file, as it was filed and answered. */
export interface FiledFileChange {
  readonly field: FamilyField;
  readonly label: string;
  readonly state: LineState;
  readonly isHealth: boolean;
  /** From what to what, as texts; null where the reader may not see it, or health was not opened. */
  readonly values: { readonly was: string | null; readonly now: string | null } | null;
}

/** A line as it is stored; health has no values here. */
export interface FileChangeRow {
  readonly field: FamilyField;
  readonly was: string | null;
  readonly now: string | null;
  readonly state: LineState;
}

/** The lines of a request (q) about the file as a JSON array, in the order of the file. */
export const fileChangesSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('field', h.field,
    'was', h.was, 'now', h.now, 'state', h.state) ORDER BY h.field), '[]')
  FROM "FamilyFileChange" h WHERE h."requestId" = q.id)`;

/** A line as its reader sees it: health is closed (`withHealth` opens it). */
export function filedFileChange(row: FileChangeRow, mayRead: boolean): FiledFileChange {
  const { field, was, now, state } = row;
  const { label, isHealth } = familyFields[field];
  const values = mayRead && !isHealth ? { was, now } : null;
  return { field, label, state, isHealth, values };
}
