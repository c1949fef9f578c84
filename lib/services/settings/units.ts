import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { Result } from "@/lib/domain/result";
import { isSameLabel, settingCode } from "@/lib/domain/setting-code";
import type { DayPart } from "@/lib/domain/unit";
import { orderStamp } from "./ordered-list";
import {
  listed,
  saveSetting,
  type LineRefusal,
  type Listed,
  type SettingToSave,
} from "./save-setting";

/** What of an activity is booked, or charged. */
export interface UnitSetting {
  readonly label: string;
  readonly nounSingular: string;
  readonly nounPlural: string;
  readonly covers: readonly DayPart[];
  /** HH:mm. */
  readonly beginsAt: string | null;
  readonly agentOnly: boolean;
  readonly chargedOnce: boolean;
  readonly lateUnitOfId: number | null;
  readonly paiUnitOfId: number | null;
}

interface UnitList {
  readonly units: readonly Listed<UnitSetting>[];
  readonly orderStamp: string;
}

/** An activity's units, in their order. One statement. */
export async function readUnits(
  _agent: Authorized<"manage-settings">,
  activityId: number,
  db: Pick<Tx, "unit"> = prisma,
): Promise<UnitList> {
  const rows = await db.unit.findMany({
    where: { activityId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const units = rows.map((row) => listed(row.id, unitSettingOf(row)));
  return { units, orderStamp: orderStamp(units.map(({ id }) => id)) };
}

function unitSettingOf(its: UnitSetting): UnitSetting {
  const { label, nounSingular, nounPlural, covers, beginsAt } = its;
  const { agentOnly, chargedOnce, lateUnitOfId, paiUnitOfId } = its;
  return {
    label,
    nounSingular,
    nounPlural,
    covers,
    beginsAt,
    agentOnly,
    chargedOnce,
    lateUnitOfId,
    paiUnitOfId,
  };
}

type UnitRefusal =
  | LineRefusal
  | "setting-label-taken"
  | "late-unit-elsewhere"
  | "pai-unit-elsewhere"
  | "unit-reserved"
  | "unit-priced";

/**
 * Adds a unit to an activity, or changes one. What families have reserved of it keeps the part of the day
 * that it covers; what was charged stays counted as it was.
 */
export async function saveUnit(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { activityId, ...input }: SettingToSave<UnitSetting> & { readonly activityId: number },
): Promise<Result<{ id: number }, UnitRefusal | "key-reused">> {
  const setting = unitSettingOf(input.setting);
  const data = { ...setting, covers: [...setting.covers] };
  return saveSetting<UnitSetting, UnitRefusal>(
    ctx,
    { ...input, setting },
    {
      name: "unit",
      table: "Unit",
      read: async (tx) => (await readUnits(ctx.proof, activityId, tx)).units,
      refuse: async (tx, units, before) => {
        if ((await tx.activity.count({ where: { id: activityId } })) === 0) return "not-found";
        return (
          refusalOf(units, before, setting) ?? (before && (await settled(tx, before, setting)))
        );
      },
      add: async (tx) => {
        const rows = await tx.unit.findMany({ where: { activityId } });
        const code = settingCode(
          setting.label,
          rows.map((row) => row.code),
        );
        const position = Math.max(0, ...rows.map((row) => row.position)) + 1;
        const made = { ...data, activityId, code, position };
        return (await tx.unit.create({ data: made, select: { id: true } })).id;
      },
      change: async (tx, { id }) => {
        await tx.unit.update({ where: { id }, data, select: { id: true } });
      },
    },
  );
}

function refusalOf(
  units: readonly Listed<UnitSetting>[],
  before: Listed<UnitSetting> | null,
  setting: UnitSetting,
): UnitRefusal | null {
  const others = units.filter(({ id }) => id !== before?.id);
  if (others.some((other) => isSameLabel(other.setting.label, setting.label)))
    return "setting-label-taken";
  const stands = (kind: "lateUnitOfId" | "paiUnitOfId") => {
    const chosen = setting[kind];
    if (chosen === null) return true;
    const isBooked = others.some(({ id, setting: s }) => id === chosen && !s.agentOnly);
    return isBooked && others.every((other) => other.setting[kind] !== chosen);
  };
  if (!stands("lateUnitOfId")) return "late-unit-elsewhere";
  return stands("paiUnitOfId") ? null : "pai-unit-elsewhere";
}

/** What families hold of a unit, or were charged for, keeps its meaning. */
async function settled(
  tx: Tx,
  { id, setting: was }: Listed<UnitSetting>,
  now: UnitSetting,
): Promise<UnitRefusal | null> {
  const where = { unitId: id };
  const isSameDay =
    was.agentOnly === now.agentOnly &&
    [...was.covers].sort().join() === [...now.covers].sort().join();
  if (!isSameDay) {
    const [reservations, lines] = [
      await tx.reservation.count({ where }),
      await tx.requestLine.count({ where }),
    ];
    if (reservations + lines > 0) return "unit-reserved";
  }
  if (was.chargedOnce === now.chargedOnce) return null;
  return (await tx.price.count({ where })) > 0 ? "unit-priced" : null;
}
