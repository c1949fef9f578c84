import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { entriesByCell, type CellKey } from "@/lib/domain/booking/context";
import type { Wish, Wishes } from "@/lib/domain/booking/wishes";
import type { Instant } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";
import { demarcheSlug } from "./demarche-slug";
import { holdGate } from "@/lib/services/tariffs/bookings-gate";
import { done, refused, type Result } from "@/lib/domain/result";

/** What a parent has chosen and not sent yet, for one school year. */
export interface ReservationDraft {
  /** Grows by one at each save; a save names the revision that it started from. */
  readonly revision: number;
  /** Inscription ids ticked at step 1. */
  readonly chosen: readonly number[];
  readonly wishes: Wishes;
  readonly updatedAt: Instant;
}

interface DraftPayload {
  readonly chosen: readonly number[];
  readonly wishes: Wishes;
}

const demarche = demarcheSlug;

/** The draft of this account for this family and school year, or null. One statement. */
export async function readDraft(
  family: AuthorizedFamily,
  schoolYearId: number,
): Promise<ReservationDraft | null> {
  const row = await prisma.draft.findUnique({
    where: {
      accountId_familyId_schoolYearId_demarche: {
        accountId: family.accountId,
        familyId: family.familyId,
        schoolYearId,
        demarche,
      },
    },
    select: { revision: true, payload: true, updatedAt: true },
  });
  if (!row) return null;
  return draftOf(row);
}

export interface ListedDraft {
  schoolYearId: number;
  schoolYearName: string;
  changes: number;
}

/** Every draft of this account for this family that holds changes: for the home page. */
export async function listDrafts(family: AuthorizedFamily): Promise<ListedDraft[]> {
  return readRows<ListedDraft>(prisma, "listDrafts")`
    SELECT d."schoolYearId", y.name AS "schoolYearName",
      (SELECT count(*)::int FROM jsonb_object_keys(d.payload -> 'wishes')) AS changes
    FROM "Draft" d JOIN "SchoolYear" y ON y.id = d."schoolYearId"
    WHERE d."accountId" = ${family.accountId}::uuid AND d."familyId" = ${family.familyId}
      AND d.demarche = ${demarche} AND d.payload -> 'wishes' <> '{}'::jsonb
    ORDER BY y."firstSchoolDay"`;
}

/**
 * Saves the draft if nobody saved since `from` (0 = no draft was there). The very same payload sent
 * again (an answer lost on the way) is no conflict.
 */
export async function saveDraft(
  family: AuthorizedFamily,
  draft: { schoolYearId: number; from: number } & DraftPayload,
  now: Instant,
): Promise<Result<{ revision: number }, "draft-changed">> {
  const payload = JSON.stringify({ chosen: draft.chosen, wishes: draft.wishes });
  const rows =
    draft.from === 0
      ? await readRows<{ revision: number }>(prisma, "saveDraft: first")`
          INSERT INTO "Draft" ("accountId", "familyId", "schoolYearId", demarche, revision, payload, "updatedAt")
          VALUES (${family.accountId}::uuid, ${family.familyId}, ${draft.schoolYearId}, ${demarche}, 1,
                  ${payload}::jsonb, ${now}::timestamptz)
          ON CONFLICT ("accountId", "familyId", "schoolYearId", demarche) DO UPDATE
            SET "updatedAt" = EXCLUDED."updatedAt" WHERE "Draft".payload = EXCLUDED.payload
          RETURNING revision`
      : await readRows<{ revision: number }>(prisma, "saveDraft: again")`
          UPDATE "Draft"
          SET revision = CASE WHEN payload = ${payload}::jsonb THEN revision ELSE revision + 1 END,
              payload = ${payload}::jsonb, "updatedAt" = ${now}::timestamptz
          WHERE "accountId" = ${family.accountId}::uuid AND "familyId" = ${family.familyId}
            AND "schoolYearId" = ${draft.schoolYearId} AND demarche = ${demarche}
            AND (revision = ${draft.from} OR payload = ${payload}::jsonb)
          RETURNING revision`;
  const row = rows[0];
  return row ? done({ revision: row.revision }) : refused("draft-changed");
}

/** Drops the draft that was sent: a statement that goes along with the sending. */
export function dropOf(
  { accountId, familyId }: AuthorizedFamily,
  schoolYearId: number,
): Prisma.Sql {
  return Prisma.sql`DELETE FROM "Draft" WHERE "accountId" = ${accountId}::uuid
    AND "familyId" = ${familyId} AND "schoolYearId" = ${schoolYearId} AND demarche = ${demarche}`;
}

/** Drops the draft: the parent said so. */
export async function dropDraft(family: AuthorizedFamily, schoolYearId: number): Promise<void> {
  await prisma.draft.deleteMany({
    where: {
      accountId: family.accountId,
      familyId: family.familyId,
      schoolYearId,
      demarche,
    },
  });
}

/**
 * The draft, locked until the end of the transaction: a double click, or another device that saves
 * at this moment, waits here, and so does a publication of tariffs.
 */
export async function lockBookingDraft(
  tx: Tx,
  family: AuthorizedFamily,
  schoolYearId: number,
): Promise<ReservationDraft | null> {
  const rows = await readRows<{ revision: number; payload: unknown; updatedAt: Date }>(
    tx,
    "lockBookingDraft",
  )`
    SELECT revision, payload, "updatedAt", ${holdGate} FROM "Draft"
    WHERE "accountId" = ${family.accountId}::uuid AND "familyId" = ${family.familyId}
      AND "schoolYearId" = ${schoolYearId} AND demarche = ${demarche}
    FOR UPDATE`;
  return rows[0] ? draftOf(rows[0]) : null;
}

// The route that writes drafts has checked their shape; the cells' rights are checked at each use.
function draftOf(row: { revision: number; payload: unknown; updatedAt: Date }): ReservationDraft {
  const payload = row.payload as DraftPayload;
  return {
    revision: row.revision,
    chosen: payload.chosen,
    wishes: payload.wishes,
    updatedAt: dateToInstant(row.updatedAt),
  };
}

/** The wishes of the chosen inscriptions only: what is shown, recapped and sent. */
export function chosenWishes(draft: Pick<ReservationDraft, "chosen" | "wishes">): Wishes {
  const chosen = new Set(draft.chosen);
  const wishes: Record<CellKey, Wish> = {};
  for (const [key, wish] of entriesByCell(draft.wishes))
    if (chosen.has(Number.parseInt(key, 10))) wishes[key] = wish;
  return wishes;
}
