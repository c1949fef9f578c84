import "server-only";
import type { Authorized, AuthorizedFamily } from "@/lib/auth";
import type { Reach } from "@/lib/domain/access";
import type { Brand } from "@/lib/domain/brand";
import type { Day } from "@/lib/domain/day";

/** By which right the health of these children is read; the statement that reads it asks it again. */
export type HealthRight =
  /** Of a home that may see the child's file. */
  | { readonly by: "own-file"; readonly familyId: number }
  /** Of an agent of the town, in the file of one family. */
  | { readonly by: "family-file"; readonly familyId: number }
  /** Of an agent whose list of that day the child is on. */
  | { readonly by: "day-list"; readonly day: Day; readonly reach: Reach };

/** Proof that what is known of the health of these children, and of no others, may be read. */
export type AuthorizedHealth = Brand<"AuthorizedHealth"> & {
  readonly accountId: string;
  readonly childIds: readonly number[];
  readonly right: HealthRight;
};

export function healthOfOwn(
  { accountId, familyId }: AuthorizedFamily,
  childIds: readonly number[],
): AuthorizedHealth {
  return proof(accountId, childIds, { by: "own-file", familyId });
}

export function healthInFile(
  { accountId }: Authorized<"read-health">,
  familyId: number,
  childIds: readonly number[],
): AuthorizedHealth {
  return proof(accountId, childIds, { by: "family-file", familyId });
}

export function healthOnDayList(
  { accountId, reach }: Authorized<"read-day-list">,
  day: Day,
  childIds: readonly number[],
): AuthorizedHealth {
  return proof(accountId, childIds, { by: "day-list", day, reach });
}

function proof(
  accountId: string,
  childIds: readonly number[],
  right: HealthRight,
): AuthorizedHealth {
  return { accountId, childIds, right } as AuthorizedHealth;
}
