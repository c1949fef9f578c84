import "server-only";
import { commit } from "@/lib/commit";
import type { Instant } from "@/lib/domain/day";
import { isEmailAddress } from "@/lib/domain/email-address";
import { done, refused } from "@/lib/domain/result";
import { createToken } from "@/lib/services/operational/tokens";
import { activationUrl } from "@/lib/urls";
import { insertAccount } from "./new-account";
import { written } from "./written";

/** Who is typed at the terminal; an administrator without a name is called what one is. */
export interface TypedAdministrator {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

/**
 * `npm run admin -- EMAIL`: makes the administrator where nobody has this address, and returns the
 * one-use link (seven days) to choose a password. Whoever is known keeps the own name. Throws for another
 * role's address.
 */
export async function createAdministratorLink(
  { email, ...names }: TypedAdministrator,
  now: Instant,
  realNow: Instant = now,
): Promise<string> {
  const address = email.trim().toLowerCase();
  if (!isEmailAddress(address)) throw new Error(`Not an e-mail address: ${email}`);
  const result = await commit({ accountId: null, now }, async (tx) => {
    const known = await tx.account.findUnique({ where: { email: address } });
    if (known && known.role !== "administrator") return refused("other-role");
    const account = { email: address, role: "administrator", ...namesOf(names) } as const;
    const accountId = known?.id ?? (await insertAccount(tx, account, now));
    if (accountId === null) return refused("other-role");
    const token = await createToken(tx, accountId, "activation", realNow, { isInHand: true });
    return done({ ...written(accountId, "administrator-invited"), value: token });
  });
  if (!result.ok) throw new Error(`${address} belongs to somebody who is not an administrator`);
  return activationUrl(result.value);
}

/** The new administrator's names as they are kept. */
function namesOf({ firstName = "", lastName = "" }: Omit<TypedAdministrator, "email">) {
  const [first, last] = [firstName, lastName].map((name) => name.trim().normalize("NFC"));
  return { firstName: first || (last ? "" : "Administration"), lastName: last ?? "" };
}
