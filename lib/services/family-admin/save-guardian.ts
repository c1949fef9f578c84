import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import type { GuardianFacts } from "@/lib/domain/person";
import { done, refused, type Result } from "@/lib/domain/result";
import { stampOf } from "@/lib/services/settings/stamp";
import { lockFamily } from "./lock-family";

export interface GuardianChange {
  readonly familyId: number;
  /** Null: one more guardian. */
  readonly guardian: {
    readonly id: number;
    /** The stamp of what the agent saw. */ readonly shown: string;
  } | null;
  readonly facts: GuardianFacts;
  readonly idempotencyKey: string;
}

type GuardianRefusal =
  | "not-found"
  | "guardian-changed"
  | "guardian-unchanged"
  | "guardian-email-taken"
  | "guardian-email-needed";

/**
 * Adds a guardian to a family, or changes what is known of one, whatever the town lets families change
 * themselves. The address of an account that was never opened follows, and its old links die; one that is in
 * use keeps the address with which its owner signs in.
 */
export async function saveGuardian(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: GuardianChange,
): Promise<Result<{ id: number }, GuardianRefusal | "key-reused">> {
  const { familyId, guardian, facts } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<{ id: number }>, GuardianRefusal>> => {
      if (!(await lockFamily(tx, familyId))) return refused("not-found");
      if (guardian === null) {
        const { id } = await tx.guardian.create({ data: { familyId, ...facts } });
        return done(saved(familyId, id, "guardian-added", null, facts));
      }
      const row = await tx.guardian.findUnique({
        where: { id: guardian.id, familyId },
        include: { account: true },
      });
      if (!row) return refused("not-found");
      const was = guardianFactsOf(row);
      if (stampOf(was) !== guardian.shown) return refused("guardian-changed");
      if (stampOf(facts) === guardian.shown) return refused("guardian-unchanged");
      const { account } = row;
      if (account && account.passwordHash === null && facts.email !== was.email) {
        if (facts.email === null) return refused("guardian-email-needed");
        if (!(await readdress(tx, account.id, facts.email))) return refused("guardian-email-taken");
      }
      await tx.guardian.update({ where: { id: row.id }, data: facts });
      return done(saved(familyId, row.id, "guardian-changed", was, facts));
    },
  );
}

/** The fields of a guardian in one order: what its stamp stands for. */
export function guardianFactsOf(row: GuardianFacts): GuardianFacts {
  const { civility, firstName, lastName, email, phone, otherPhone, address } = row;
  return { civility, firstName, lastName, email, phone, otherPhone, address };
}

/** Gives an account that nobody opened another address; false where somebody else has it. */
async function readdress(tx: Tx, accountId: string, email: string): Promise<boolean> {
  const owner = await tx.account.findUnique({ where: { email }, select: { id: true } });
  if (owner && owner.id !== accountId) return false;
  await tx.account.update({ where: { id: accountId }, data: { email } });
  await tx.accountToken.deleteMany({ where: { accountId } });
  return true;
}

function saved(
  familyId: number,
  id: number,
  kind: "guardian-added" | "guardian-changed",
  was: GuardianFacts | null,
  now: GuardianFacts,
): Committed<{ id: number }> {
  return {
    value: { id },
    events: [
      {
        kind,
        familyId,
        subject: `guardian ${id}`,
        data: { was: was && { ...was }, now: { ...now } },
      },
    ],
  };
}
