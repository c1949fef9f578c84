import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { LineState } from "@/lib/domain/service-request";
import { calendarOf, readSchoolYears } from "@/lib/services/school-years";
import { groupLines, type GroupRows } from "./line-groups";
import type { LockedLine, LockedBookingRequest } from "./settle";

/**
 * Settled lines in words, for an e-mail: "Journée, ajout : tous les mercredis, du … au … : 25
 * journées". Two statements.
 */
export async function settledSentences(
  tx: Tx,
  request: LockedBookingRequest,
  lines: readonly LockedLine[],
  state: LineState,
): Promise<string[]> {
  const years = await readSchoolYears(tx);
  const rows = await readRows<GroupRows>(tx, "settledSentences")`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('unitId', o."unitId", 'weekdays', o.weekdays,
                'dayKinds', o."dayKinds", 'from', o."firstDay", 'to', o."lastDay")), '[]')
       FROM "GroupOpening" o WHERE o."groupId" = i."groupId") AS openings,
      (SELECT coalesce(json_agg(json_build_object('unitId',
                CASE WHEN x."everyUnit" THEN to_json('every'::text) ELSE to_json(x."unitId") END, 'day', x.day, 'open', x.open,
                'reason', x.reason)), '[]')
       FROM "OpeningException" x WHERE x."groupId" = i."groupId") AS exceptions
    FROM "Inscription" i WHERE i.id = ${request.inscriptionId}`;
  const openings = rows[0] ?? { openings: [], exceptions: [] };
  const alike = lines.map((line) => ({ ...line, state, undone: false }));
  return groupLines(alike, openings, calendarOf(years)).map(
    ({ change, unitLabel, sentence }) =>
      `${unitLabel}, ${change === "add" ? "ajout" : "retrait"}\u00a0: ${sentence}`,
  );
}
