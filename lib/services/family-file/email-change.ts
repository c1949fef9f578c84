import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { verifyPassword } from "@/lib/auth/password";
import { commit } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { isEditable } from "@/lib/domain/family-file";
import { done, refused, type Result } from "@/lib/domain/result";
import {
  emailChangeAsked,
  emailChangeImpossible,
  emailChangeLink,
} from "@/lib/emails/email-change";
import { mayTry } from "@/lib/services/operational/throttles";
import { carrying, createToken } from "@/lib/services/operational/tokens";
import { newEmailUrl } from "@/lib/urls";
import { town } from "@/town/town";
import { readFamilyFile } from "./read-file";

/**
 * Asks for another address of one's own account, with its password. A link goes to the new address, word
 * of it to the one in use; nothing changes before the link is used. The answer is the same whether or not
 * somebody else has the new address: only its holder is told.
 */
export async function askEmailChange(
  ctx: ActionContext<AuthorizedFamily>,
  { newEmail, password }: { newEmail: string; password: string },
  realNow: Instant,
): Promise<
  Result<null, "not-found" | "too-many-attempts" | "wrong-password" | "email-same" | "key-reused">
> {
  const { accountId } = ctx.proof;
  const { rules } = await readFamilyFile(ctx.proof);
  if (!isEditable(rules.email)) return refused("not-found");
  if (!(await mayTry("emailChangeAccount", accountId))) return refused("too-many-attempts");
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  if (!(await verifyPassword(account.passwordHash, password))) return refused("wrong-password");
  if (account.email === newEmail) return refused("email-same");

  const { firstName, email: to } = account;
  const sender = town.mail.senderName;
  return commit({ accountId, now: ctx.now }, async (tx) => {
    const isTaken = (await tx.account.count({ where: { email: newEmail } })) > 0;
    const token = await createToken(tx, accountId, "emailChange", realNow, { newEmail });
    const url = newEmailUrl(token);
    return done({
      value: null,
      events: [
        {
          kind: "email-change-asked",
          familyId: ctx.proof.familyId,
          subject: `account ${accountId}`,
          data: {},
        },
      ],
      emails: [
        isTaken
          ? emailChangeImpossible({ to: newEmail, town: sender })
          : carrying(token, emailChangeLink({ to: newEmail, firstName, town: sender, url })),
        emailChangeAsked({ to, firstName, town: sender, department: town.department.email }),
      ],
    });
  });
}
