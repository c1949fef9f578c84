import type { Day } from "@/lib/domain/day";
import { readTypedQuotient, type TypedQuotient } from "@/lib/domain/tariff/typed-quotient";
import type { QuotientChange } from "@/lib/services/family-admin/plan-quotient";

/** What the form sends, as the service reads it. The schema has read the fields already. */
export function quotientChange(
  form: TypedQuotient & { familyId: number; replaces: Day | null; shown: string; reason: string },
): QuotientChange {
  const { familyId, replaces, shown, reason } = form;
  const read = readTypedQuotient(form);
  return { familyId, replaces, shown, reason, entry: read.ok ? read.value : null };
}
