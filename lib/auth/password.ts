import "server-only";
import { hash, verify } from "@node-rs/argon2";

// argon2id (the library's default algorithm) with OWASP's second set of costs: about 50 ms.
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A PHC string with its own salt and costs. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COSTS);
}

let dummy: Promise<string> | undefined;

/** Without a stored hash, works as long against a dummy: the time does not tell who exists. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (dummy ??= hashPassword("nobody has this password")));
  const matches = await verify(against, password.normalize("NFC"));
  return matches && stored !== null;
}
