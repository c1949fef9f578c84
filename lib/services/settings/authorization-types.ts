import "server-only";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { AuthorizationSetting } from "@/lib/domain/authorization-setting";
import { orderStamp } from "./ordered-list";
import { stampOf } from "./stamp";

/** A type of the town's list, as agents set it. */
export interface ListedAuthorization extends AuthorizationSetting {
  readonly id: number;
  /** How many answers stand. */
  readonly answers: number;
  readonly stamp: string;
}

export interface AuthorizationList {
  readonly types: readonly ListedAuthorization[];
  readonly orderStamp: string;
}

/** The town's list of authorizations, with those that are no longer asked. One statement. */
export async function readAuthorizationList(
  _agent: Authorized<"manage-settings">,
  db: Pick<Tx, "authorizationType"> = prisma,
): Promise<AuthorizationList> {
  const rows = await db.authorizationType.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { _count: { select: { authorizations: true } } },
  });
  const types = rows.map(({ _count, position: _, code: __, id, ...setting }) => ({
    ...setting,
    id,
    answers: _count.authorizations,
    stamp: stampOf(settingOf(setting)),
  }));
  return { types, orderStamp: orderStamp(types.map(({ id }) => id)) };
}

/** Its fields, in one order, without what is counted. */
export function settingOf(type: AuthorizationSetting): AuthorizationSetting {
  const { label, explanation, icon, subject, required, minimumAge, active } = type;
  return { label, explanation, icon, subject, required, minimumAge, active };
}
