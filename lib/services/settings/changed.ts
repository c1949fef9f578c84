import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";

type Value = string | number | boolean | null;

/** For the journal: what was and what is, of each setting that differs. */
export function changedSettings<S extends { readonly [K in keyof S]: Value }>(
  was: S | null,
  now: S,
): Prisma.InputJsonObject {
  const keys = (Object.keys(now) as (keyof S & string)[]).filter((key) => was?.[key] !== now[key]);
  return Object.fromEntries(keys.map((key) => [key, { was: was?.[key] ?? null, now: now[key] }]));
}
