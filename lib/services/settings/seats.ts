import "server-only";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToDay, prisma } from "@/lib/db";
import type { SeatsException, UnitLimit } from "@/lib/domain/capacity";
import type { Period } from "@/lib/domain/day";
import type { DayPart } from "@/lib/domain/unit";
import { listed, type Listed } from "./save-setting";
import { stampOf } from "./stamp";

/** Another number of places of a unit, on some days. */
export interface DatedSeats extends SeatsException {
  readonly unitId: number;
}

/** A unit that families book, with its places; null: not limited but on dated days. */
export interface UnitSeats {
  readonly unitId: number;
  readonly label: string;
  readonly covers: readonly DayPart[];
  readonly seats: number | null;
  readonly stamp: string;
}

/** A group with the places of its units. */
export interface GroupCapacity {
  readonly groupId: number;
  readonly dates: Period;
  readonly units: readonly UnitSeats[];
  readonly dated: readonly Listed<DatedSeats>[];
}

/** Null where there is no such group. Two statements, one after the other: a transaction has one connection. */
export async function readCapacity(
  _agent: Authorized<"manage-settings">,
  groupId: number,
  db: Pick<Tx, "group" | "capacityException"> = prisma,
): Promise<GroupCapacity | null> {
  const group = await db.group.findUnique({
    where: { id: groupId },
    select: {
      firstDay: true,
      lastDay: true,
      activity: {
        select: {
          units: {
            where: { agentOnly: false },
            orderBy: { position: "asc" },
            select: { id: true, label: true, covers: true, capacities: { where: { groupId } } },
          },
        },
      },
    },
  });
  if (!group) return null;
  const dated = await db.capacityException.findMany({
    where: { groupId },
    orderBy: [{ firstDay: "asc" }, { unit: { position: "asc" } }, { id: "asc" }],
  });
  return {
    groupId,
    dates: { from: dateToDay(group.firstDay), to: dateToDay(group.lastDay) },
    units: group.activity.units.map(({ id: unitId, label, covers, capacities: [capacity] }) => {
      const seats = capacity?.seats ?? null;
      return { unitId, label, covers, seats, stamp: stampOf({ unitId, seats }) };
    }),
    dated: dated.map((x) =>
      listed(x.id, {
        unitId: x.unitId,
        from: dateToDay(x.firstDay),
        to: dateToDay(x.lastDay),
        seats: x.seats,
      }),
    ),
  };
}

/** What limits the group, as the domain takes it. */
export function limitsOf({ units, dated }: Pick<GroupCapacity, "units" | "dated">): UnitLimit[] {
  return units
    .map(({ unitId, covers, seats }) => ({
      unitId,
      covers,
      usual: seats,
      exceptions: dated
        .map(({ setting }) => setting)
        .filter((setting) => setting.unitId === unitId)
        .map(({ from, to, seats: its }) => ({ from, to, seats: its })),
    }))
    .filter(({ usual, exceptions }) => usual !== null || exceptions.length > 0);
}
