import "server-only";
import type { ChangedSettings } from "@/lib/domain/journal-event";

type Value = string | number | boolean | null;

/** For the journal: what was and what is, of each setting that differs. */
export function changedSettings<S extends { readonly [K in keyof S]: Value }>(
  was: S | null,
  now: S,
): ChangedSettings {
  const keys = (Object.keys(now) as (keyof S & string)[]).filter((key) => was?.[key] !== now[key]);
  const changed: Record<string, { was: Value; now: Value }> = {};
  for (const key of keys) changed[key] = { was: was?.[key] ?? null, now: now[key] };
  return changed;
}
