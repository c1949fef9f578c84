import "server-only";
import { createHash } from "node:crypto";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { type Reader, readRows } from "@/lib/db/rows";
import type { ContactPerson } from "@/lib/domain/contact";
import { day, type Day } from "@/lib/domain/day";
import {
  readFamilyAuthorizations,
  type ChildAuthorizations,
} from "@/lib/services/authorizations/read-authorizations";

export interface FamilyContact extends ContactPerson {
  readonly id: number;
  /** For which children, of those whose authorizations the family may see. */
  readonly childIds: readonly number[];
  /** Stands for the contact and its authorizations as they are: what was read is what is changed. */
  readonly stamp: string;
}

/** The family's contacts, and the children for whom it may say what they are allowed to. */
export interface ContactBook {
  readonly contacts: readonly FamilyContact[];
  readonly children: readonly ChildAuthorizations[];
}

type Row = Omit<ContactPerson, "birthDate"> & { id: number; birthDate: string | null };

/** The contacts that were not removed, oldest first. Two statements. */
export async function readContactBook(
  family: AuthorizedFamily,
  today: Day,
  db: Reader = prisma,
): Promise<ContactBook> {
  const rows = await readRows<Row>(db, "readContactBook")`
    SELECT k.id, k.civility::text AS civility, k."firstName", k."lastName", k.tie, k.phone,
      k."birthDate"::text AS "birthDate"
    FROM "Contact" k WHERE k."familyId" = ${family.familyId} AND k."removedAt" IS NULL ORDER BY k.id`;
  const children = await readFamilyAuthorizations(family, today, db);
  const contacts = rows.map((row) => {
    const childIds = children
      .filter((child) => child.contacts.some(({ id }) => id === row.id))
      .map(({ childId }) => childId);
    return {
      ...row,
      birthDate: row.birthDate === null ? null : day(row.birthDate),
      childIds,
      stamp: stampOf(row, childIds, children),
    };
  });
  return { contacts, children };
}

function stampOf(
  row: Row,
  childIds: readonly number[],
  children: readonly ChildAuthorizations[],
): string {
  const states = children.flatMap(({ childId, states }) =>
    states
      .filter(({ contactId }) => contactId === row.id)
      .map(({ typeId, allowed }) => `${childId}:${typeId}:${String(allowed)}`),
  );
  return createHash("sha256")
    .update(JSON.stringify([Object.entries(row).sort(), childIds, states.sort()]))
    .digest("hex");
}
