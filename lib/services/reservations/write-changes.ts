import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { initialLineState } from "@/lib/domain/service-request";
import type { PreparedRequest } from "./file-requests";

/**
 * Writes the reservations and the lines of the requests from one list of changes, in one statement.
 * The caller holds the inscriptions' locks, and has planned from the rows read under them.
 */
export async function writeChanges(
  tx: Tx,
  family: AuthorizedFamily,
  requests: readonly PreparedRequest[],
): Promise<void> {
  const rows = requests.flatMap((request, rank) =>
    request.changes.map((planned) => ({ rank: rank + 1, request, ...planned })),
  );
  await tx.$executeRaw`
    WITH request AS (
      SELECT id, "inscriptionId", rank FROM unnest(
        ${requests.map(({ id }) => id)}::uuid[], ${requests.map((r) => r.inscription.id)}::int[]
      ) WITH ORDINALITY AS t(id, "inscriptionId", rank)
    ), change AS MATERIALIZED (
      SELECT c.*, request.id AS "requestId", request."inscriptionId" FROM unnest(
        ${rows.map(({ rank }) => rank)}::int[], ${rows.map(({ cell }) => cell.unitId)}::int[],
        ${rows.map(({ cell }) => cell.day)}::date[], ${rows.map(({ from }) => from)}::text[],
        ${rows.map(({ to }) => to)}::text[], ${rows.map(({ change }) => change)}::text[],
        ${rows.map(initialLineState)}::text[]
      ) AS c(rank, "unitId", day, "from", "to", change, state) JOIN request USING (rank)
    ), freed AS (
      DELETE FROM "Reservation" r USING change c
      WHERE c."to" = 'free' AND r."inscriptionId" = c."inscriptionId" AND r.day = c.day AND r."unitId" = c."unitId"
    ), turned AS (
      UPDATE "Reservation" r SET state = c."to"::"ReservationState" FROM change c
      WHERE c."from" <> 'free' AND c."to" <> 'free'
        AND r."inscriptionId" = c."inscriptionId" AND r.day = c.day AND r."unitId" = c."unitId"
    ), taken AS (
      INSERT INTO "Reservation" ("inscriptionId", "unitId", day, state, "familyId")
      SELECT "inscriptionId", "unitId", day, "to"::"ReservationState", ${family.familyId}
      FROM change WHERE "from" = 'free'
    )
    INSERT INTO "RequestLine" ("requestId", day, "unitId", change, state)
    SELECT "requestId", day, "unitId", change::"LineChange", state::"LineState" FROM change`;
}
