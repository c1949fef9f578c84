import "server-only";
import type { ClosingException } from "@/lib/domain/closure";
import { Prisma } from "@/lib/generated/prisma/client";
import type { ClosingLine } from "@/lib/services/reservations/closing-dates";
import {
  droppedLinesSql,
  lineRows,
  type DroppingAct,
  type WaitingDate,
} from "@/lib/services/reservations/drop-lines";

/** Who writes, when, and what the timelines of requests say. */
export interface ClosureAct extends DroppingAct {
  readonly closureId: number;
  readonly reason: string;
}

/**
 * What goes along with the places that close: the dated closures, what waited closed without an answer,
 * and a copy of all that was there. Reads `freed`.
 */
export function closingStatements(
  act: ClosureAct,
  exceptions: readonly ClosingException[],
  lines: readonly ClosingLine[],
): Prisma.Sql {
  return Prisma.sql`"keptPlace" AS (
      INSERT INTO "ClosedPlace" ("closureId", "inscriptionId", "unitId", day, state, "familyId", late, offered, "priceId")
      SELECT ${act.closureId}, "inscriptionId", "unitId", day, state, "familyId", late, offered, "priceId" FROM freed
    ), exception AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(exceptionRows(exceptions))}::json) AS x(
        "groupId" int, "everyUnit" bool, "unitId" int, day date, "openedFor" text)
    ), "keptException" AS (
      INSERT INTO "ClosedException" ("closureId", "groupId", "everyUnit", "unitId", day, "openedFor")
      SELECT ${act.closureId}, "groupId", "everyUnit", "unitId", day, "openedFor" FROM exception
    ), written AS (
      INSERT INTO "OpeningException" ("groupId", "everyUnit", "unitId", day, open, reason)
      SELECT "groupId", "everyUnit", "unitId", day, FALSE, ${act.reason} FROM exception
      WHERE "openedFor" IS NULL
    ), turned AS (
      UPDATE "OpeningException" o SET open = FALSE, reason = ${act.reason} FROM exception x
      WHERE x."openedFor" IS NOT NULL AND o."groupId" = x."groupId" AND o.day = x.day
        AND o."unitId" IS NOT DISTINCT FROM x."unitId"
    ), ${droppedLinesSql(act, lines)}, "keptLine" AS (
      INSERT INTO "ClosedLine" ("closureId", "requestId", day, "unitId")
      SELECT ${act.closureId}, "requestId", day, "unitId" FROM line
    )`;
}

/**
 * What goes along with the places that are given back: the dated closures as they were before, where nobody
 * has changed them since, what waited, and what the closure says of it.
 */
export function reopeningStatements(
  act: ClosureAct,
  lines: readonly WaitingDate[],
  done: { readonly restored: number; readonly leftAsChanged: number },
): Prisma.Sql {
  const asWritten = Prisma.sql`x."closureId" = ${act.closureId} AND o."groupId" = x."groupId"
        AND o.day = x.day AND o."unitId" IS NOT DISTINCT FROM x."unitId" AND NOT o.open
        AND o.reason = ${act.reason}`;
  return Prisma.sql`removed AS (
      DELETE FROM "OpeningException" o USING "ClosedException" x
      WHERE x."openedFor" IS NULL AND ${asWritten}
    ), "turnedBack" AS (
      UPDATE "OpeningException" o SET open = TRUE, reason = x."openedFor" FROM "ClosedException" x
      WHERE x."openedFor" IS NOT NULL AND ${asWritten}
    ), line AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(lineRows(lines))}::json) AS l(
        "requestId" uuid, "unitId" int, day date)
    ), waits AS (
      UPDATE "RequestLine" r SET state = 'pending' FROM line l
      WHERE r."requestId" = l."requestId" AND r."unitId" = l."unitId" AND r.day = l.day
    ), "waitsAgain" AS (
      UPDATE "ServiceRequest" SET state = 'pending', "decidedAt" = NULL
      WHERE id IN (SELECT "requestId" FROM line)
    ), told AS (
      INSERT INTO "RequestEvent" ("requestId", at, kind, "actorName", "accountId", message)
      SELECT DISTINCT "requestId", ${act.at}::timestamptz, 'reopened'::"RequestEventKind",
        ${act.actorName}, ${act.accountId}::uuid, ${act.message} FROM line
    ), closure AS (
      UPDATE "Closure" SET "reopenedAt" = ${act.at}::timestamptz, "reopenedById" = ${act.accountId}::uuid,
        restored = ${done.restored}, "leftAsChanged" = ${done.leftAsChanged}
      WHERE id = ${act.closureId}
    )`;
}

function exceptionRows(exceptions: readonly ClosingException[]) {
  return exceptions.map(({ unitId, ...one }) => ({
    ...one,
    everyUnit: unitId === "every",
    unitId: unitId === "every" ? null : unitId,
  }));
}
