import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { Result } from "@/lib/domain/result";
import { isSameLabel } from "@/lib/domain/setting-code";
import { byName } from "@/lib/french-order";
import {
  listed,
  saveSetting,
  type LineRefusal,
  type Listed,
  type SettingToSave,
} from "./save-setting";

/** A service of the mairie, as families write to it. */
export interface DepartmentSetting {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

export interface ListedDepartment extends Listed<DepartmentSetting> {
  /** How many activities are its own. */
  readonly activities: number;
}

/** Every service, by name. One statement. */
export async function readDepartments(
  _agent: Authorized<"manage-settings">,
  db: Pick<Tx, "department"> = prisma,
): Promise<ListedDepartment[]> {
  const rows = await db.department.findMany({
    include: { _count: { select: { activities: true } } },
  });
  return rows.sort(byName).map(({ id, name, email, phone, _count }) => ({
    ...listed(id, { name, email, phone }),
    activities: _count.activities,
  }));
}

/** Adds a service or changes one: families read its new name and write to its new address at once. */
export async function saveDepartment(
  ctx: ActionContext<Authorized<"manage-settings">>,
  input: SettingToSave<DepartmentSetting>,
): Promise<Result<{ id: number }, LineRefusal | "setting-label-taken" | "key-reused">> {
  const { name, email, phone } = input.setting;
  const data = { name, email, phone };
  return saveSetting(
    ctx,
    { ...input, setting: data },
    {
      name: "department",
      table: "Department",
      read: (tx) => readDepartments(ctx.proof, tx),
      refuse: (_tx, lines, before) =>
        lines.some(({ id, setting }) => id !== before?.id && isSameLabel(setting.name, name))
          ? "setting-label-taken"
          : null,
      add: async (tx) => (await tx.department.create({ data, select: { id: true } })).id,
      change: async (tx, { id }) => {
        await tx.department.update({ where: { id }, data, select: { id: true } });
      },
    },
  );
}
