import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { readRows, type Reader } from "@/lib/db/rows";
import type { ClosedReservations } from "@/lib/domain/closed-by-calendar";
import { day, dayOf, type Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { lockCalendar } from "./list-years";
import { isSame } from "./save-year";

/** A day on which groups close, or open beyond their rule, for one reason. */
export interface TownDay {
  readonly day: Day;
  readonly open: boolean;
  readonly reason: string;
  readonly groups: number;
}

/** Every dated closure and opening of whole groups from a day on. One statement. */
export async function readTownDays(
  _agent: Authorized<"manage-settings">,
  since: Day,
  db: Reader = prisma,
): Promise<TownDay[]> {
  const rows = await readRows<{ day: string; open: boolean; reason: string; groups: number }>(
    db,
    "readTownDays",
  )`SELECT day::text AS day, open, reason, count(*)::int AS groups FROM "OpeningException"
    WHERE "everyUnit" AND day >= ${since}::date GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

/** The activities that a class day may open. One statement. */
export function readTownActivities(
  _agent: Authorized<"manage-settings">,
): Promise<{ id: number; label: string }[]> {
  return prisma.activity.findMany({
    select: { id: true, label: true },
    orderBy: { position: "asc" },
  });
}

export interface TownDayToAdd {
  readonly day: Day;
  readonly open: boolean;
  readonly reason: string;
  /** Whose groups open; a closure is of every activity. */
  readonly activityIds: readonly number[];
  readonly agreed: ClosedReservations | null;
  readonly idempotencyKey: string;
}

type AddRefusal =
  | "town-day-past"
  | "town-day-no-group"
  | "town-day-taken"
  | "town-day-activities"
  | "school-year-closes";
type AddAnswer =
  | Result<{ groups: number }, never>
  | { ok: false; refusal: AddRefusal | "key-reused"; value?: { closes: ClosedReservations } };

/** Closes every group of the town on a day, or opens those of some activities: one statement, one reason. */
export async function addTownDay(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...payload }: TownDayToAdd,
): Promise<AddAnswer> {
  const { open, reason, agreed } = payload;
  if (payload.day < dayOf(ctx.moment)) return refused("town-day-past");
  if (open && payload.activityIds.length === 0) return refused("town-day-activities");
  let closes: ClosedReservations | undefined;
  const answer = await commit<{ groups: number }, AddRefusal>(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      await lockCalendar(tx);
      const groups = await groupsOn(tx, payload);
      if (groups.length === 0) return refused("town-day-no-group");
      if (groups.some(({ taken }) => taken)) return refused("town-day-taken");
      const ids = groups.map(({ id }) => id);
      const reserved = await readReservedOn(tx, payload.day, ids);
      if (!open && reserved.days > 0 && !isSame(reserved, agreed)) {
        closes = reserved;
        return refused("school-year-closes");
      }
      await tx.$executeRaw`
        INSERT INTO "OpeningException" ("groupId", "everyUnit", day, open, reason)
        SELECT id, TRUE, ${payload.day}::date, ${open}, ${reason} FROM unnest(${ids}::int[]) AS id`;
      const data = { day: payload.day, open, reason, groups: ids };
      return done({
        value: { groups: ids.length },
        events: [{ kind: "town-day-added", familyId: null, subject: payload.day, data }],
      });
    },
  );
  return answer.ok || !closes ? answer : { ...answer, value: { closes } };
}

export interface TownDayToRemove {
  readonly day: Day;
  readonly open: boolean;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Takes such a day back from all its groups; an opening only while nothing is reserved on it. */
export async function removeTownDay(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...payload }: TownDayToRemove,
): Promise<
  Result<null, "settings-changed" | "town-day-past" | "town-day-reserved" | "key-reused">
> {
  const { open, reason } = payload;
  if (payload.day < dayOf(ctx.moment)) return refused("town-day-past");
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      await lockCalendar(tx);
      const removed = await readRows<{ groupId: number }>(tx, "removeTownDay")`
        DELETE FROM "OpeningException"
        WHERE "everyUnit" AND day = ${payload.day}::date AND open = ${open} AND reason = ${reason}
        RETURNING "groupId"`;
      // A colleague was quicker.
      if (removed.length === 0) return refused("settings-changed");
      const groups = removed.map(({ groupId }) => groupId);
      const reserved = open ? await readReservedOn(tx, payload.day, groups) : null;
      if (reserved && reserved.days > 0) return refused("town-day-reserved");
      const data = { day: payload.day, open, reason, groups };
      return done({
        value: null,
        events: [{ kind: "town-day-removed", familyId: null, subject: payload.day, data }],
      });
    },
  );
}

/** The groups that the day is for, and whether one has a dated rule of its own already. One statement. */
async function groupsOn(tx: Tx, its: TownDayToAdd | Omit<TownDayToAdd, "idempotencyKey">) {
  return readRows<{ id: number; taken: boolean }>(tx, "groupsOn")`
    SELECT g.id, EXISTS (SELECT 1 FROM "OpeningException" x
      WHERE x."groupId" = g.id AND x."everyUnit" AND x.day = g.on) AS taken
    FROM (SELECT id, "activityId", ${its.day}::date AS on, "firstDay", "lastDay" FROM "Group") g
    WHERE g.on BETWEEN g."firstDay" AND g."lastDay"
      AND (${its.open} = FALSE OR g."activityId" = ANY(${[...its.activityIds]}::int[]))
    ORDER BY g.id`;
}

async function readReservedOn(
  tx: Tx,
  on: Day,
  groups: readonly number[],
): Promise<ClosedReservations> {
  const [row] = await readRows<{ children: number; days: number }>(tx, "readReservedOn")`
    SELECT count(DISTINCT i."childId")::int AS children, count(DISTINCT r.day)::int AS days
    FROM "Reservation" r JOIN "Inscription" i ON i.id = r."inscriptionId"
    WHERE r.day = ${on}::date AND i."groupId" = ANY(${[...groups]}::int[])`;
  return row ?? { children: 0, days: 0 };
}
