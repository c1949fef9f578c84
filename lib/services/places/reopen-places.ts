import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { EndingFee } from "@/lib/domain/closure-figures";
import type { Instant } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";
import type { PlaceToClose } from "./close-places";
import { feesStanding } from "./ledger";
import { lockLimitedPlaces } from "./lock-limited";

/** A place as it was before its day closed. */
export interface PlaceToReopen extends PlaceToClose {
  readonly late: boolean;
  readonly offered: boolean;
  /** The price that it kept. */
  readonly priceId: string | null;
}

/**
 * Gives places back as they were, at the prices that they kept, and enters them in the ledger again with
 * the fees that had ended and that no other home pays now, on the day that those had: one statement, whatever the number of families.
 * What they had they have again, where others took places meanwhile too: the capacity may be exceeded.
 * `statements` go along. The caller holds the inscriptions' locks: a place that is taken is a fault. Gives
 * the fees that are due again.
 */
export async function reopenPlaces(
  tx: Tx,
  {
    at,
    places,
    statements,
  }: {
    readonly at: Instant;
    readonly places: readonly PlaceToReopen[];
    readonly statements: Prisma.Sql;
  },
): Promise<EndingFee[]> {
  await lockLimitedPlaces(tx, places);
  const [row] = await readRows<{ touched: number; fees: EndingFee[] }>(tx, "reopenPlaces")`
    WITH place AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(places)}::json) AS c("inscriptionId" int,
        "unitId" int, day date, "familyId" int, state text, late bool, offered bool, "priceId" uuid)
    ), taken AS (
      INSERT INTO "Reservation" ("inscriptionId", "unitId", day, state, "familyId", "priceId", late, offered)
      SELECT "inscriptionId", "unitId", day, state::"ReservationState", "familyId", "priceId", late, offered
      FROM place
      RETURNING 1
    ), posted AS (
      INSERT INTO "LedgerEntry" (at, "familyId", "childId", "inscriptionId", "unitId", day, amount,
        "priceId", cause)
      SELECT ${at}::timestamptz, n."familyId", i."childId", n."inscriptionId", n."unitId", n.day,
        p.amount, n."priceId", n.cause::"LedgerCause"
      FROM (
        SELECT "familyId", "inscriptionId", "unitId", day, "priceId", 'reopened' AS cause FROM place
        UNION ALL
        SELECT k."familyId", k."inscriptionId", k."unitId", last.day, k."priceId", 'feeDue'
        FROM (SELECT DISTINCT "inscriptionId", "familyId" FROM place) t
        JOIN "InscriptionFee" k ON k."inscriptionId" = t."inscriptionId" AND k."familyId" = t."familyId"
        JOIN "Inscription" ki ON ki.id = k."inscriptionId" JOIN "Group" kg ON kg.id = ki."groupId"
        CROSS JOIN LATERAL (
          SELECT e.day FROM "LedgerEntry" e WHERE e."familyId" = k."familyId"
            AND e."inscriptionId" = k."inscriptionId" AND e."unitId" = k."unitId"
          ORDER BY e.id DESC LIMIT 1
        ) last
        WHERE NOT EXISTS (
          SELECT FROM (${feesStanding(Prisma.sql`ki."childId"`, Prisma.sql`kg."schoolYearId"`)}) o
          WHERE o."unitId" = k."unitId")
      ) n
      JOIN "Price" p ON p.id = n."priceId"
      JOIN "Inscription" i ON i.id = n."inscriptionId"
      RETURNING "familyId", amount, cause
    ), ${statements}
    SELECT (SELECT count(*)::int FROM taken) AS touched,
      (SELECT coalesce(json_agg(json_build_object('familyId', "familyId", 'amount', amount)), '[]')
       FROM posted WHERE cause = 'feeDue') AS fees`;
  const touched = row?.touched;
  if (touched !== places.length) throw new Error(`${places.length} places, ${touched} given back`);
  return row?.fees ?? [];
}
