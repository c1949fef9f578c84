import "server-only";
import { isGuessable } from "@/lib/auth/guessable";
import { inTurn } from "@/lib/auth/turns";
import { prisma } from "@/lib/db";

const childNames = { select: { child: { select: { firstName: true } } } } as const;

/** Whether the account may take this password: nobody who knows the person would guess it. */
export async function isAcceptable(accountId: string, password: string): Promise<boolean> {
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
  return inTurn(async () => !(await isGuessable(password, own)));
}
