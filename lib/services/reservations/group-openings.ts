import "server-only";
import type { DayKind } from "@/lib/domain/calendar";
import { day, type Weekday } from "@/lib/domain/day";
import type { OpeningException, OpeningRule } from "@/lib/domain/opening";
import { Prisma } from "@/lib/generated/prisma/client";

/** When a group opens, as `openingsSql` and `exceptionsSql` give it. */
export interface OpeningRows {
  readonly openings: readonly {
    readonly unitId: number;
    readonly weekdays: readonly Weekday[];
    readonly dayKinds: readonly DayKind[];
    readonly from: string;
    readonly to: string;
  }[];
  readonly exceptions: readonly {
    readonly unitId: number | "every";
    readonly day: string;
    readonly open: boolean;
    readonly reason: string;
  }[];
}

/** The rules of the group g, as JSON. */
export const openingsSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('unitId', o."unitId",
    'weekdays', o.weekdays, 'dayKinds', o."dayKinds", 'from', o."firstDay", 'to', o."lastDay")), '[]')
  FROM "GroupOpening" o WHERE o."groupId" = g.id)`;

/** Its dated closures and openings, as JSON. */
export const exceptionsSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('unitId',
    CASE WHEN x."everyUnit" THEN to_json('every'::text) ELSE to_json(x."unitId") END,
    'day', x.day, 'open', x.open, 'reason', x.reason)), '[]')
  FROM "OpeningException" x WHERE x."groupId" = g.id)`;

/** The same for the domain. */
export function openingsOf({ openings, exceptions }: OpeningRows): {
  openings: OpeningRule[];
  exceptions: OpeningException[];
} {
  return {
    openings: openings.map((o) => ({ ...o, from: day(o.from), to: day(o.to) })),
    exceptions: exceptions.map((x) => ({ ...x, day: day(x.day) })),
  };
}
