import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type EmailMessage } from "@/lib/commit";
import type { Instant } from "@/lib/domain/day";
import { isSameName } from "@/lib/domain/person";
import { done, refused, type Result } from "@/lib/domain/result";
import { insertAccount, invitationTo } from "@/lib/services/accounts/new-account";
import { lockFamily } from "./lock-family";

export interface Invitation {
  readonly familyId: number;
  readonly guardianId: number;
  readonly idempotencyKey: string;
}

/** What was done: a link was sent, or an account that its owner uses already now has this home too. */
export type Invited = "sent" | "joined";

type InvitationRefusal =
  | "not-found"
  | "guardian-email-missing"
  | "guardian-email-taken"
  | "account-active"
  | "account-closed";

/**
 * Gives a guardian an account and sends the link to choose its password, again too as long as it was not
 * used. Whoever has an account under the same name and address already (a second home) is joined to it.
 */
export async function inviteGuardian(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: Invitation,
  realNow: Instant,
): Promise<Result<{ how: Invited }, InvitationRefusal | "key-reused">> {
  const { familyId, guardianId } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<{ how: Invited }>, InvitationRefusal>> => {
      if (!(await lockFamily(tx, familyId))) return refused("not-found");
      const guardian = await tx.guardian.findUnique({
        where: { id: guardianId, familyId },
        include: { account: true },
      });
      if (!guardian) return refused("not-found");
      const email = guardian.email?.toLowerCase() ?? null;
      const account =
        guardian.account ?? (email && (await tx.account.findUnique({ where: { email } })));
      if (!account) {
        if (email === null) return refused("guardian-email-missing");
        const accountId = await insertAccount(
          tx,
          { ...guardian, email, role: "guardian" },
          ctx.now,
        );
        if (accountId === null) return refused("guardian-email-taken");
        await tx.guardian.update({ where: { id: guardianId }, data: { accountId } });
        return sent(
          familyId,
          guardianId,
          await invitationTo(tx, { ...guardian, email, accountId }, realNow),
        );
      }
      if (!account.active) return refused("account-closed");
      if (guardian.account === null) {
        const isTheirs = account.role === "guardian" && isSameName(account, guardian);
        const isHere = await tx.guardian.count({ where: { familyId, accountId: account.id } });
        if (!isTheirs || isHere > 0) return refused("guardian-email-taken");
        await tx.guardian.update({ where: { id: guardianId }, data: { accountId: account.id } });
        if (account.passwordHash !== null) return joined(familyId, guardianId);
      } else if (account.passwordHash !== null) return refused("account-active");
      const to = { firstName: account.firstName, email: account.email, accountId: account.id };
      return sent(familyId, guardianId, await invitationTo(tx, to, realNow));
    },
  );
}

function sent(familyId: number, guardianId: number, email: EmailMessage) {
  return done({
    value: { how: "sent" as const },
    events: [event(familyId, guardianId, "guardian-invited")],
    emails: [email],
  } satisfies Committed<{ how: Invited }>);
}

function joined(familyId: number, guardianId: number) {
  return done({
    value: { how: "joined" as const },
    events: [event(familyId, guardianId, "guardian-joined")],
  } satisfies Committed<{ how: Invited }>);
}

const event = <K extends "guardian-invited" | "guardian-joined">(
  familyId: number,
  guardianId: number,
  kind: K,
) => ({ kind, familyId, subject: `guardian ${guardianId}`, data: {} });
