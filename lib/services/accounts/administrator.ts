import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, commit } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import { isEmailAddress } from "@/lib/domain/email-address";
import { done, refused } from "@/lib/domain/result";
import { createToken } from "@/lib/services/operational/tokens";
import { activationUrl } from "@/lib/urls";
import { freeUserName } from "./find-account";
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
  { email, firstName = "", lastName = "" }: TypedAdministrator,
  now: Instant,
  realNow: Instant = now,
): Promise<string> {
  const address = email.trim().toLowerCase();
  if (!isEmailAddress(address)) throw new Error(`Not an e-mail address: ${email}`);
  const result = await commit({ accountId: null, now }, async (tx) => {
    const known = await tx.account.findUnique({ where: { email: address } });
    if (known && known.role !== "administrator") return refused("other-role");
    const accountId =
      known?.id ?? (await insertAdministrator(tx, { email: address, firstName, lastName }, now));
    const token = await createToken(tx, accountId, "activation", realNow, { isInHand: true });
    return done({ ...written(accountId, "administrator-invited"), value: token });
  });
  if (!result.ok) throw new Error(`${address} belongs to somebody who is not an administrator`);
  return activationUrl(result.value);
}

async function insertAdministrator(
  tx: Tx,
  { email, firstName, lastName }: Required<TypedAdministrator>,
  now: Instant,
): Promise<string> {
  const first = firstName.trim().normalize("NFC");
  const last = lastName.trim().normalize("NFC");
  const account = await tx.account.create({
    data: {
      id: randomUUID(),
      email,
      userName: await freeUserName(tx, email),
      role: "administrator",
      firstName: first === "" && last === "" ? "Administration" : first,
      lastName: last,
      createdAt: instantToDate(now),
    },
  });
  return account.id;
}
