import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import { done, refused, type Result } from "@/lib/domain/result";
import { gridFaults } from "@/lib/domain/tariff/completeness";
import type { Reduction } from "@/lib/domain/tariff/reduction";
import type { UnknownQuotient } from "@/lib/domain/tariff/version";
import { countSave, lockTariffDraft, type DraftRefusal } from "./lock-tariffs";
import { isNameTaken } from "./name-taken";

export interface SettingsToSave {
  readonly versionId: number;
  /** Which the agent saw. */
  readonly revision: number;
  readonly name: string;
  readonly unknownQuotient: UnknownQuotient;
  /** In the order in which they are taken off. */
  readonly reductions: readonly Reduction[];
  readonly idempotencyKey: string;
}

type SettingsRefusal = DraftRefusal | "tariff-name-taken" | "tariff-unchanged" | "tariff-faulty";

/** What a draft is beside its prices: its name, its reductions, what an unknown quotient pays. */
export async function saveSettings(
  ctx: ActionContext<Authorized<"manage-tariffs">>,
  { idempotencyKey: key, ...input }: SettingsToSave,
): Promise<Result<{ revision: number }, SettingsRefusal | "key-reused">> {
  const { versionId, name, unknownQuotient } = input;
  const reductions = JSON.parse(JSON.stringify(input.reductions));
  return commit(
    {
      accountId: ctx.proof.accountId,
      now: ctx.now,
      idempotency: { key, payload: { ...input, reductions } },
    },
    async (tx): Promise<Result<Committed<{ revision: number }>, SettingsRefusal>> => {
      const draft = await lockTariffDraft(tx, versionId, input.revision);
      if (!draft.ok) return draft;
      const before = settingsJson(draft.value);
      if (before === settingsJson(input)) return refused("tariff-unchanged");
      if (await isNameTaken(tx, name, versionId)) return refused("tariff-name-taken");
      if (!(await areSound(tx, input.reductions))) return refused("tariff-faulty");
      const revision = await countSave(tx, versionId, { name, unknownQuotient, reductions });
      return done({
        value: { revision },
        events: [
          {
            kind: "tariff-draft-saved",
            familyId: null,
            subject: `tariff ${versionId}`,
            data: {
              source: "settings",
              before: JSON.parse(before),
              after: JSON.parse(settingsJson(input)),
            },
          },
        ],
      });
    },
  );
}

function settingsJson({
  name,
  unknownQuotient,
  reductions,
}: Pick<SettingsToSave, "name" | "unknownQuotient" | "reductions">): string {
  return JSON.stringify({ name, unknownQuotient, reductions });
}

/** Whether the reductions can be used, on units and categories that are there. */
async function areSound(tx: Tx, reductions: readonly Reduction[]): Promise<boolean> {
  const units = await tx.unit.findMany({ select: { id: true } });
  const categories = await tx.tariffCategory.findMany({ select: { id: true } });
  const known = {
    units: units.map(({ id }) => ({ ...anyUnit, id })),
    categories: categories.map(({ id }) => ({
      id,
      label: "",
      explanation: null,
      pai: false,
      residence: null,
    })),
  };
  return gridFaults({ rules: [], reductions }, known).reductions.length === 0;
}

const anyUnit = { activityId: 0, label: "", chargedOnce: false, lateUnitId: null, paiUnitId: null };
