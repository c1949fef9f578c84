import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/auth/password";
import type { Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import type { AccountRole } from "@/lib/domain/access";
import { instant } from "@/lib/domain/day";
import type { Account, AgentScope } from "@/lib/generated/prisma/client";
import { nextNumber } from "./sequence";

export interface AccountSpec {
  id?: string;
  email?: string;
  /** What stands before the @, unless told otherwise; null where another has it already. */
  userName?: string | null;
  role?: AccountRole;
  firstName?: string;
  lastName?: string;
  /** Hashed here (argon2id, some 50 ms): leave it out where nobody signs in. */
  password?: string;
  /** A hash made before, for many accounts of one password. */
  passwordHash?: string;
  active?: boolean;
  createdAt?: string;
  lastSignInAt?: string;
  /** An agent's: what is left out is every one of them. */
  scopes?: readonly { activityId?: number; establishmentId?: number }[];
}

export type BuiltAccount = Account & { agentScopes: AgentScope[] };

/** An account: a guardian's without password unless told otherwise. */
export async function anAccount(db: Tx, spec: AccountSpec = {}): Promise<BuiltAccount> {
  return db.account.create({
    data: {
      ...(await accountRow(spec)),
      agentScopes: {
        create: (spec.scopes ?? []).map(({ activityId, establishmentId }) => ({
          everyActivity: activityId === undefined,
          everyEstablishment: establishmentId === undefined,
          activityId: activityId ?? null,
          establishmentId: establishmentId ?? null,
        })),
      },
    },
    include: { agentScopes: true },
  });
}

/** The columns of an account, for those who insert many at once. */
export async function accountRow(spec: AccountSpec) {
  const email = (spec.email ?? `compte${nextNumber()}@exemple.fr`).toLowerCase();
  const passwordHash = spec.password
    ? await hashPassword(spec.password)
    : (spec.passwordHash ?? null);
  return {
    id: spec.id ?? randomUUID(),
    email,
    userName: spec.userName === undefined ? email.slice(0, email.indexOf("@")) : spec.userName,
    passwordHash,
    role: spec.role ?? ("guardian" as const),
    firstName: spec.firstName ?? "Camille",
    lastName: spec.lastName ?? "Martin",
    active: spec.active ?? true,
    createdAt: instantToDate(instant(spec.createdAt ?? "2025-01-06T09:00:00.000Z")),
    lastSignInAt: spec.lastSignInAt ? instantToDate(instant(spec.lastSignInAt)) : null,
  };
}

/** A session of the account, open far into the future unless told otherwise. */
export async function aSession(
  db: Tx,
  spec: {
    account: { id: string };
    family?: { id: number };
    createdAt?: string;
    expiresAt?: string;
    revokedAt?: string;
  },
) {
  const expiresAt = instantToDate(instant(spec.expiresAt ?? "2100-01-01T00:00:00.000Z"));
  const createdAt = instantToDate(instant(spec.createdAt ?? "2025-01-06T09:00:00.000Z"));
  return db.session.create({
    data: {
      id: randomUUID(),
      accountId: spec.account.id,
      familyId: spec.family?.id ?? null,
      createdAt,
      lastSeenAt: createdAt,
      expiresAt,
      endsAt: expiresAt,
      // Longer than any test's session: its use never shortens it.
      idleSeconds: 2_000_000_000,
      revokedAt: spec.revokedAt ? instantToDate(instant(spec.revokedAt)) : null,
    },
  });
}
