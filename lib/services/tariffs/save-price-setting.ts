import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { Reader } from "@/lib/db/rows";
import { done, refused, type Result } from "@/lib/domain/result";
import type { PriceFollowing } from "@/lib/domain/tariff/following";
import { changedSettings } from "@/lib/services/settings/changed";
import { listed, type Listed } from "@/lib/services/settings/save-setting";
import { closeGate } from "./bookings-gate";
import { readFollowing } from "./price-setting";

/** How the town prices what is held already. */
interface PriceSetting {
  readonly following: PriceFollowing;
}

/** The only row of its table. */
const ID = 1;

/** The town's rule, with its stamp. One statement. */
export async function readPriceSetting(
  _agent: Authorized<"manage-tariffs">,
  db: Reader = prisma,
): Promise<Listed<PriceSetting>> {
  return listed(ID, { following: await readFollowing(db) });
}

export interface PriceSettingToSave extends PriceSetting {
  /** The stamp of the rule that the agent saw. */
  readonly shown: string;
  readonly idempotencyKey: string;
}

/** Says what prices follow from now on. What stands keeps its price until a tariff or a quotient touches it. */
export async function savePriceSetting(
  ctx: ActionContext<Authorized<"manage-tariffs">>,
  { idempotencyKey: key, ...payload }: PriceSettingToSave,
): Promise<Result<null, "settings-changed" | "settings-unchanged" | "key-reused">> {
  const { following, shown } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      await closeGate(tx);
      const before = await readPriceSetting(ctx.proof, tx);
      if (before.stamp !== shown) return refused("settings-changed");
      if (before.setting.following === following) return refused("settings-unchanged");
      await tx.priceSetting.upsert({
        where: { id: ID },
        create: { following },
        update: { following },
      });
      return done({
        value: null,
        events: [
          {
            kind: "price-setting-changed",
            familyId: null,
            subject: "prices",
            data: changedSettings(before.setting, { following }),
          },
        ],
      });
    },
  );
}
