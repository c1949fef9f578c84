import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import type { Prisma } from "@/lib/generated/prisma/client";

/** A form of several steps that is being filled in: which démarche, and what it is about. */
export interface FormOf {
  readonly demarche: string;
  /** A child's id. */
  readonly subject: string;
}

const placeOf = ({ familyId, accountId }: AuthorizedFamily, form: FormOf) => ({
  accountId_familyId_demarche_subject: { accountId, familyId, ...form },
});

/** What was typed at the earlier step, or null. What it holds is checked by who reads it. */
export async function readFormDraft(family: AuthorizedFamily, form: FormOf): Promise<unknown> {
  const row = await prisma.formDraft.findUnique({
    where: placeOf(family, form),
    select: { payload: true },
  });
  return row?.payload ?? null;
}

/** Keeps what was typed, until it is sent or dropped. */
export async function saveFormDraft(
  family: AuthorizedFamily,
  form: FormOf,
  payload: Prisma.InputJsonValue,
  now: Instant,
): Promise<void> {
  const kept = { payload, updatedAt: instantToDate(now) };
  await prisma.formDraft.upsert({
    where: placeOf(family, form),
    create: { ...form, accountId: family.accountId, familyId: family.familyId, ...kept },
    update: kept,
  });
}

/** Forgets what was typed. */
export async function dropFormDraft(family: AuthorizedFamily, form: FormOf): Promise<void> {
  const { accountId, familyId } = family;
  await prisma.formDraft.deleteMany({ where: { accountId, familyId, ...form } });
}
