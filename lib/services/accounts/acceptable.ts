import "server-only";
import { isGuessable } from "@/lib/auth/guessable";
import { inTurn } from "@/lib/auth/turns";
import { prisma } from "@/lib/db";
import { lengthOfPassword, passwordLength } from "@/lib/domain/password";
import { isFactorSet } from "./factor/is-set";

const childNames = { select: { child: { select: { firstName: true } } } } as const;

/** How long a password of the account must be, in characters: less where a second factor is asked besides. */
export async function leastPasswordLength(accountId: string): Promise<number> {
  const account = await prisma.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { id: true, role: true },
  });
  return (await isFactorSet(account)) ? passwordLength.withFactor : passwordLength.alone;
}

/** Why the account may not take this password; null: it is long enough, and nobody would guess it. */
export async function faultOfPassword(
  accountId: string,
  password: string,
): Promise<"password-short" | "password-guessable" | null> {
  if (lengthOfPassword(password) < (await leastPasswordLength(accountId))) return "password-short";
  return (await isGuessed(accountId, password)) ? "password-guessable" : null;
}

async function isGuessed(accountId: string, password: string): Promise<boolean> {
  const person = await prisma.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      email: true,
      userName: true,
      firstName: true,
      lastName: true,
      guardians: { select: { family: { select: { name: true, children: childNames } } } },
    },
  });
  const own = [person.email, person.userName ?? "", person.firstName, person.lastName];
  for (const { family } of person.guardians)
    own.push(family.name, ...family.children.map(({ child }) => child.firstName));
  return inTurn(() => isGuessable(password, own));
}
