import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToDay, dayToDate, prisma } from "@/lib/db";
import { dayOf, type Day } from "@/lib/domain/day";
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

export interface EstablishmentSetting {
  readonly name: string;
  /** Archived: no new group is made there; null while it is open. */
  readonly archivedSince: Day | null;
}

export interface ListedEstablishment extends Listed<EstablishmentSetting> {
  /** How many groups it holds, of every year. */
  readonly groups: number;
}

/** Every establishment, by name; the archived ones too. One statement. */
export async function readEstablishments(
  _agent: Authorized<"manage-settings">,
  db: Pick<Tx, "establishment"> = prisma,
): Promise<ListedEstablishment[]> {
  const rows = await db.establishment.findMany({
    include: { _count: { select: { groups: true } } },
  });
  return rows.sort(byName).map(({ id, name, archivedSince, _count }) => ({
    ...listed(id, { name, archivedSince: archivedSince && dateToDay(archivedSince) }),
    groups: _count.groups,
  }));
}

export interface EstablishmentToSave {
  readonly name: string;
  readonly archived: boolean;
}

/**
 * Adds an establishment, renames one, archives it or takes it back. Archived it is no longer a choice for
 * what is new; its groups, and what is booked there, stay as they are.
 */
export async function saveEstablishment(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { setting: typed, ...input }: SettingToSave<EstablishmentToSave>,
): Promise<Result<{ id: number }, LineRefusal | "setting-label-taken" | "key-reused">> {
  const { name } = typed;
  const before = await prisma.establishment.findUnique({ where: { id: input.line?.id ?? 0 } });
  const since = before?.archivedSince ? dateToDay(before.archivedSince) : dayOf(ctx.moment);
  const setting = { name, archivedSince: typed.archived ? since : null };
  const data = { name, archivedSince: setting.archivedSince && dayToDate(setting.archivedSince) };
  return saveSetting(
    ctx,
    { ...input, setting },
    {
      name: "establishment",
      table: "Establishment",
      read: (tx) => readEstablishments(ctx.proof, tx),
      refuse: (_tx, lines, own) =>
        lines.some((other) => other.id !== own?.id && isSameLabel(other.setting.name, name))
          ? "setting-label-taken"
          : null,
      add: async (tx) => (await tx.establishment.create({ data, select: { id: true } })).id,
      change: async (tx, { id }) => {
        await tx.establishment.update({ where: { id }, data, select: { id: true } });
      },
    },
  );
}
