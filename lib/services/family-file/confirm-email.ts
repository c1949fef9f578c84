import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionContext } from "@/lib/action/write";
import { authorizeFamily, type Actor, type AuthorizedFamily } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { momentOfInstant, type Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { emailChanged } from "@/lib/emails/email-change";
import { Prisma } from "@/lib/generated/prisma/client";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { endTokensOf, useToken } from "@/lib/services/operational/tokens";
import { fileRequests } from "@/lib/services/service-requests/file-requests";
import { town } from "@/town/town";

export interface EmailConfirmation {
  readonly token: string;
  /** The session that is acting, which stays open where it is the account's. */
  readonly sessionId: string | null;
}

/**
 * Uses the link of an e-mail change up: the account and its guardian have the new address from now on, in
 * both families where there are two, each with a request that is accepted already; the user name stays.
 * The account's other sessions and links end; both addresses are told. The link itself is the right to do
 * it.
 */
export async function confirmEmailChange(
  { token, sessionId }: EmailConfirmation,
  { now, realNow }: { now: Instant; realNow: Instant },
): Promise<Result<null, "link-expired" | "email-taken" | "key-reused">> {
  try {
    return await commit({ accountId: null, now }, async (tx) => {
      const used = await useToken(tx, token, "emailChange", realNow);
      const account = used && (await guardianAccount(tx, used.accountId));
      if (!used?.newEmail || !account) return refused("link-expired");
      const { newEmail } = used;
      if ((await tx.account.count({ where: { email: newEmail } })) > 0)
        return refused("email-taken");
      const numbers = await fileInEachFamily(tx, account, newEmail, now);
      // After the counter of numbers: whoever holds it may still refer to this account.
      await tx.account.update({
        where: { id: account.id },
        data: { email: newEmail },
        select: { id: true },
      });
      await revokeSessionsOf(tx, account.id, realNow, sessionId);
      await endTokensOf(tx, account.id, realNow);
      const { firstName } = account;
      const told = {
        firstName,
        town: town.mail.senderName,
        department: town.department.email,
        number: numbers[0] ?? 0,
      };
      return done({
        value: null,
        events: [
          {
            kind: "email-changed",
            familyId: account.guardians[0]?.familyId ?? null,
            subject: `account ${account.id}`,
            data: { numbers },
          },
        ],
        emails: [account.email, newEmail].map((to) => emailChanged({ ...told, to })),
      });
    });
  } catch (error) {
    // Two accounts confirmed the same address at the same moment.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return refused("email-taken");
    throw error;
  }
}

type GuardianAccount = NonNullable<Awaited<ReturnType<typeof guardianAccount>>>;

/** Under the lock of the person's rows, like every change of the file. */
async function guardianAccount(tx: Tx, accountId: string) {
  await tx.$queryRaw`
    SELECT g.id FROM "Guardian" g WHERE g."accountId" = ${accountId}::uuid
    ORDER BY g.id FOR NO KEY UPDATE`;
  return tx.account.findFirst({
    where: { id: accountId, active: true, role: "guardian" },
    select: {
      id: true,
      email: true,
      firstName: true,
      lastName: true,
      guardians: {
        select: { id: true, familyId: true, family: { select: { name: true } } },
        orderBy: { id: "asc" },
      },
    },
  });
}

async function fileInEachFamily(
  tx: Tx,
  account: GuardianAccount,
  newEmail: string,
  now: Instant,
): Promise<number[]> {
  const filed = account.guardians.map((guardian) => ({ ...guardian, requestId: randomUUID() }));
  await tx.familyFileChange.createMany({
    data: filed.map(({ requestId }) => ({
      requestId,
      field: "email",
      was: account.email,
      now: newEmail,
      state: "accepted",
    })),
  });
  await tx.guardian.updateMany({ where: { accountId: account.id }, data: { email: newEmail } });
  const numbers: number[] = [];
  for (const { id: guardianId, familyId, requestId: id } of filed)
    numbers.push(
      ...(await fileRequests(
        tx,
        contextOf(account, familyId, now),
        { id: randomUUID(), kind: "familyFile" },
        [{ id, childId: null, guardianId, state: "accepted", booking: null }],
      )),
    );
  return numbers;
}

/** The holder of the link acts as the account, in one of its families. */
function contextOf(
  { id: accountId, guardians, ...account }: GuardianAccount,
  familyId: number,
  now: Instant,
): ActionContext<AuthorizedFamily> {
  const actor: Actor = {
    ...account,
    accountId,
    sessionId: "",
    role: "guardian",
    previousSignInAt: null,
    families: guardians.map((guardian) => ({ id: guardian.familyId, name: guardian.family.name })),
    familyId,
    scopes: [],
  };
  const proof = authorizeFamily(actor, familyId);
  if (!proof) throw new Error("A guardian is always authorized for the own family");
  return { actor, proof, now, moment: momentOfInstant(now) };
}
