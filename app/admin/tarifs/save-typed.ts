import type * as z from "zod/mini";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { refused } from "@/lib/domain/result";
import { rulesOf, type GridCell } from "@/lib/domain/tariff/grid";
import { readTypedGrid, type TypedProblem } from "@/lib/domain/tariff/typed-grid";
import { readTypedReductions } from "@/lib/domain/tariff/typed-reduction";
import { readGrid } from "@/lib/services/tariffs/read-grid";
import { saveCells } from "@/lib/services/tariffs/save-cells";
import { saveSettings } from "@/lib/services/tariffs/save-settings";
import type { gridSchema, settingsSchema } from "./schema";

/** What a refused save gives back: what to mend, or where the draft now stands. */
export interface RefusedSave {
  readonly problems?: readonly TypedProblem[];
  /** A colleague's save: the revision to save on, and the cells as they now are. */
  readonly revision?: number;
  readonly cells?: readonly GridCell[];
}

type Context = ActionContext<Authorized<"manage-tariffs">>;

function told<R extends string>(refusal: R, value: RefusedSave) {
  return { ...refused(refusal), value };
}

/** Reads what was typed and saves it; a refusal says what to mend, or shows a colleague's prices. */
export async function saveTypedGrid(ctx: Context, input: z.output<typeof gridSchema>) {
  const { grid: typed, categoryId, ...draft } = input;
  const { cells, problems } = readTypedGrid(typed, () => "Prestation");
  if (problems.length > 0) return told("invalid", { problems });
  const asked = cells.map((cell) => ({ ...cell, categoryId }));
  const outcome = await saveCells(ctx, { ...draft, cells: asked, source: "form" });
  if (outcome.ok || outcome.refusal !== "tariff-draft-changed") return outcome;
  const now = await readGrid(ctx.proof, draft.versionId);
  if (!now) return outcome;
  const rule = rulesOf(now.version.grid);
  return told(outcome.refusal, {
    revision: now.version.revision,
    cells: asked.map(({ unitId }) => ({ unitId, categoryId, rule: rule(unitId, categoryId) })),
  });
}

/** The same for what a draft is beside its prices. */
export async function saveTypedSettings(ctx: Context, input: z.output<typeof settingsSchema>) {
  const { reductions, problems } = readTypedReductions(input.reductions);
  if (problems.length > 0) return told("invalid", { problems });
  const outcome = await saveSettings(ctx, { ...input, reductions });
  if (outcome.ok || outcome.refusal !== "tariff-draft-changed") return outcome;
  const now = await readGrid(ctx.proof, input.versionId);
  return now ? told(outcome.refusal, { revision: now.version.revision }) : outcome;
}
