import "server-only";
import { randomUUID } from "node:crypto";
import { commit, type Committed, type Tx } from "@/lib/commit";
import type { Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { emailChanged } from "@/lib/emails/email-change";
import type { SubmissionToFile } from "@/lib/commit/filing";
import { readRows } from "@/lib/db/rows";
import { Prisma } from "@/lib/generated/prisma/client";
import { revokeSessionsOf } from "@/lib/services/operational/sessions";
import { endTokensOf, useToken } from "@/lib/services/operational/tokens";
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
      const submissions = await writeInEachFamily(tx, account, newEmail);
      await tx.account.update({
        where: { id: account.id },
        data: { email: newEmail },
        select: { id: true },
      });
      await revokeSessionsOf(tx, account.id, realNow, sessionId);
      await endTokensOf(tx, account.id, realNow);
      const leaves = (numbers: readonly number[]) => leftBy(account, newEmail, numbers);
      return done(submissions.length > 0 ? { submissions, leaves } : leaves([]));
    });
  } catch (error) {
    // Two accounts confirmed the same address at the same moment.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return refused("email-taken");
    throw error;
  }
}

type GuardianAccount = NonNullable<Awaited<ReturnType<typeof guardianAccount>>>;

function leftBy(
  account: GuardianAccount,
  newEmail: string,
  numbers: readonly number[],
): Committed<null> {
  const { firstName } = account;
  const said = { firstName, town: town.mail.senderName, department: town.department.email };
  return {
    value: null,
    events: [
      {
        kind: "email-changed",
        familyId: account.guardians[0]?.familyId ?? null,
        subject: `account ${account.id}`,
        data: { numbers },
      },
    ],
    emails: [account.email, newEmail].map((to) =>
      emailChanged({ ...said, to, number: numbers[0] ?? 0 }),
    ),
  };
}

/**
 * Under the lock of the account, then of the person's rows, like every change of the file: whoever acts
 * with the account holds it too, before anything else (`commit`).
 */
async function guardianAccount(tx: Tx, accountId: string) {
  await readRows(
    tx,
    "guardianAccount",
  )`SELECT id FROM "Account" WHERE id = ${accountId}::uuid FOR UPDATE`;
  await readRows(tx, "guardianAccount: guardian")`
    SELECT g.id FROM "Guardian" g WHERE g."accountId" = ${accountId}::uuid
    ORDER BY g.id FOR NO KEY UPDATE`;
  return tx.account.findFirst({
    where: { id: accountId, active: true, role: "guardian" },
    select: {
      id: true,
      email: true,
      firstName: true,
      lastName: true,
      guardians: { select: { id: true, familyId: true }, orderBy: { id: "asc" } },
    },
  });
}

/** The address of the person's rows, with its lines; gives one submission to file a family. */
async function writeInEachFamily(
  tx: Tx,
  { id: accountId, firstName, lastName, email: was, guardians }: GuardianAccount,
  newEmail: string,
): Promise<SubmissionToFile[]> {
  const filed = guardians.map((guardian) => ({ ...guardian, requestId: randomUUID() }));
  await tx.familyFileChange.createMany({
    data: filed.map(({ requestId }) => ({
      requestId,
      field: "email",
      was,
      now: newEmail,
      state: "accepted",
    })),
  });
  await tx.guardian.updateMany({ where: { accountId }, data: { email: newEmail } });
  return filed.map(({ id: guardianId, familyId, requestId: id }) => ({
    id: randomUUID(),
    familyId,
    accountId,
    actorName: `${firstName} ${lastName}`,
    kind: "familyFile",
    requests: [{ id, childId: null, guardianId, state: "accepted", booking: null }],
  }));
}
