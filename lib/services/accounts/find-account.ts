import "server-only";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";

/** What was typed as an identifier, as the counters and the look-up take it: nothing that a database refuses. */
export function normalIdentifier(typed: string): string {
  const readable = typed
    .toWellFormed()
    .normalize("NFC")
    .replace(/\p{Cc}/gu, "");
  return readable.trim().toLowerCase().slice(0, 320).toWellFormed();
}

/** The account whose address or user name this is. `typed` is normal. */
export async function findAccount(typed: string) {
  return prisma.account.findUnique({
    where: typed.includes("@") ? { email: typed } : { userName: typed },
    select: {
      id: true,
      email: true,
      userName: true,
      passwordHash: true,
      active: true,
      role: true,
      firstName: true,
    },
  });
}

/**
 * The user name that a new account is given: what stands before the @, where nobody has it. It stays when
 * the address changes. `email` is lower case.
 */
export async function freeUserName(tx: Tx, email: string): Promise<string | null> {
  const userName = email.slice(0, email.indexOf("@"));
  if (userName === "" || /\s/.test(userName)) return null;
  return (await tx.account.count({ where: { userName } })) === 0 ? userName : null;
}
