import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { asCellKey, type CellBase, type CellKey } from "@/lib/domain/booking/context";
import type { Wish } from "@/lib/domain/booking/wishes";
import { readDraft, saveDraft, type ReservationDraft } from "./drafts";

type AutosaveOutcome =
  | { ok: true; value: { revision: number; savedAt: string } }
  | { ok: false; refusal: "draft-changed"; value: { draft: ReservationDraft | null } }
  | { ok: false; refusal: "unknown-date" | "not-found" };

/**
 * Saves the calendar's draft. It is scratch paper: what may really be booked is decided when it is
 * shown and when it is sent; here only its shape counts, and that each key names a day that exists.
 */
export async function autosaveDraft(
  ctx: ActionContext<AuthorizedFamily>,
  input: {
    schoolYearId: number;
    revision: number;
    chosen: readonly number[];
    wishes: Readonly<Record<string, { want: boolean; seen: CellBase }>>;
  },
): Promise<AutosaveOutcome> {
  const wishes: Record<CellKey, Wish> = {};
  for (const [text, wish] of Object.entries(input.wishes)) {
    const key = asCellKey(text);
    if (key === null) return { ok: false, refusal: "unknown-date" };
    wishes[key] = wish;
  }
  const year = await prisma.schoolYear.count({ where: { id: input.schoolYearId } });
  if (year === 0) return { ok: false, refusal: "not-found" };
  const saved = await saveDraft(
    ctx.proof,
    { schoolYearId: input.schoolYearId, from: input.revision, chosen: input.chosen, wishes },
    ctx.now,
  );
  if (saved.ok) return { ok: true, value: { revision: saved.value.revision, savedAt: ctx.moment } };
  const draft = await readDraft(ctx.proof, input.schoolYearId);
  return { ok: false, refusal: "draft-changed", value: { draft } };
}
