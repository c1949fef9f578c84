import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import type { CutOffRule } from "@/lib/domain/cut-off";
import type { Result } from "@/lib/domain/result";
import { isSameLabel, settingCode } from "@/lib/domain/setting-code";
import type { Prisma } from "@/lib/generated/prisma/client";
import { activitySettingOf, readActivities, type ActivitySetting } from "./activities";
import { lastPosition } from "./ordered-list";
import { saveSetting, type LineRefusal, type SettingToSave } from "./save-setting";

type ActivityRefusal = LineRefusal | "setting-label-taken" | "choice-gone";

/**
 * Adds an activity, or changes one. Its cut-offs and how it is validated count for what families do from
 * now on; what is reserved stays, what waits for an agent still does.
 */
export async function saveActivity(
  ctx: ActionContext<Authorized<"manage-settings">>,
  input: SettingToSave<ActivitySetting>,
): Promise<Result<{ id: number }, ActivityRefusal | "key-reused">> {
  const setting = activitySettingOf(input.setting);
  const data = {
    ...setting,
    addCutOff: asJson(setting.addCutOff),
    removeCutOff: asJson(setting.removeCutOff),
  };
  return saveSetting<ActivitySetting, ActivityRefusal>(
    ctx,
    { ...input, setting },
    {
      name: "activity",
      table: "Activity",
      read: async (tx) => (await readActivities(ctx.proof, tx)).activities,
      refuse: async (tx, lines, before) => {
        const isTaken = lines.some(
          (other) => other.id !== before?.id && isSameLabel(other.setting.label, setting.label),
        );
        if (isTaken) return "setting-label-taken";
        return (await isDepartment(tx, setting.departmentId)) ? null : "choice-gone";
      },
      add: (tx) => add(tx, data),
      change: async (tx, { id }) => {
        await tx.activity.update({ where: { id }, data, select: { id: true } });
      },
    },
  );
}

async function isDepartment(tx: Tx, id: number): Promise<boolean> {
  return (await tx.department.count({ where: { id } })) === 1;
}

async function add(
  tx: Tx,
  data: Omit<Prisma.ActivityUncheckedCreateInput, "code" | "position">,
): Promise<number> {
  const rows = await tx.activity.findMany({ select: { code: true } });
  const taken = rows.map(({ code }) => code);
  const { id } = await tx.activity.create({
    data: {
      ...data,
      code: settingCode(data.label, taken),
      position: (await lastPosition(tx, "Activity")) + 1,
    },
    select: { id: true },
  });
  return id;
}

function asJson(rule: CutOffRule): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(rule)) as Prisma.InputJsonObject;
}
