import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { done, refused, type Result } from "@/lib/domain/result";
import type { TownIdentity } from "@/lib/domain/town-identity";
import { changedSettings } from "@/lib/services/settings/changed";
import { stampOf } from "@/lib/services/settings/stamp";
import { identityOf } from "@/town/live";
import { firstTown } from "@/town/town";
import { forgetIdentity, holdIdentity, readSavedIdentity } from "./hold-identity";

export interface ShownIdentity {
  readonly identity: TownIdentity;
  readonly stamp: string;
}

/** What the town is called, saved or not. One statement. */
export async function readIdentity(
  _agent: Authorized<"manage-settings">,
  db: Pick<Tx, "townIdentity"> = prisma,
): Promise<ShownIdentity> {
  const saved = await readSavedIdentity(db);
  const identity = ordered(saved ?? identityOf(firstTown));
  // A first save of what the file says already is a save: the town has looked at it.
  return { identity, stamp: stampOf([saved !== null, identity]) };
}

/** In one order, whatever the database's: stamps compare texts. */
function ordered(its: TownIdentity): TownIdentity {
  return {
    name: its.name,
    ofName: its.ofName,
    portalName: its.portalName,
    siteUrl: its.siteUrl,
    siteLabel: its.siteLabel,
    departmentName: its.departmentName,
    email: its.email,
    phone: its.phone,
    address: [...its.address],
    openingHours: its.openingHours.map(({ days, hours }) => ({ days, hours })),
  };
}

export interface IdentityToSave {
  readonly identity: TownIdentity;
  /** The stamp of what was shown. */
  readonly shown: string;
  readonly idempotencyKey: string;
}

/** Renames the town, its portal or its department: every page, e-mail and document says so at once. */
export async function saveIdentity(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { identity: typed, shown, idempotencyKey: key }: IdentityToSave,
): Promise<Result<{ saved: true }, "settings-changed" | "settings-unchanged" | "key-reused">> {
  const identity = ordered(typed);
  const idempotency = { key, payload: { identity, shown } };
  const outcome = await commit<{ saved: true }, "settings-changed" | "settings-unchanged">(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency },
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE "TownIdentity" IN SHARE ROW EXCLUSIVE MODE`;
      const before = await readIdentity(ctx.proof, tx);
      if (before.stamp !== shown) return refused("settings-changed");
      if (before.stamp === stampOf([true, identity])) return refused("settings-unchanged");
      const { address, openingHours, ...rest } = identity;
      const row = {
        ...rest,
        address: [...address],
        openingHours: openingHours.map((each) => ({ ...each })),
      };
      await tx.townIdentity.upsert({
        where: { id: 1 },
        create: { id: 1, ...row },
        update: row,
        select: { id: true },
      });
      return done({
        value: { saved: true as const },
        events: [
          {
            kind: "town-identity-changed",
            familyId: null,
            subject: "town",
            data: changedSettings(before.identity, identity),
          },
        ],
      });
    },
  );
  forgetIdentity();
  await holdIdentity();
  return outcome;
}
