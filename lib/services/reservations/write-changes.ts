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
  // One text, read by PostgreSQL: arrays of a thousand parameters cost the client more than this.
  const rows = requests.flatMap(({ id, inscription, changes }) =>
    changes.map((planned) => ({
      requestId: id,
      inscriptionId: inscription.id,
      unitId: planned.cell.unitId,
      day: planned.cell.day,
      from: planned.from,
      to: planned.to,
      change: planned.change,
      state: initialLineState(planned),
    })),
  );
  await tx.$executeRaw`
    WITH change AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c("requestId" uuid,
        "inscriptionId" int, "unitId" int, day date, "from" text, "to" text, change text, state text)
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
