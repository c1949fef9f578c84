import "server-only";
import type { ChangedSettings } from "@/lib/domain/journal-event";

/** For the journal: what was and what is, of each setting that differs. Values are plain JSON. */
export function changedSettings<S extends object>(was: S | null, now: S): ChangedSettings {
  const before = plain(was);
  const after = plain(now);
  const changed: Record<string, ChangedSettings[string]> = {};
  for (const [key, value] of Object.entries(after)) {
    const old = before[key] ?? null;
    if (JSON.stringify(old) !== JSON.stringify(value)) changed[key] = { was: old, now: value };
  }
  return changed;
}

type Value = NonNullable<ChangedSettings[string]>["now"];

function plain(settings: object | null): Readonly<Record<string, Value>> {
  return JSON.parse(JSON.stringify(settings ?? {})) as Record<string, Value>;
}
