import type * as z from "zod/mini";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { done, refused } from "@/lib/domain/result";
import { ruleChange, type CellChange } from "@/lib/domain/tariff/differences";
import { changedCells, ruleInWords, type GridCell } from "@/lib/domain/tariff/grid";
import { readSheet } from "@/lib/domain/tariff/read-sheet";
import { parsePriceRule } from "@/lib/domain/tariff/rule";
import { SHEET_NAME, type SheetProblem } from "@/lib/domain/tariff/sheet";
import { readGrid } from "@/lib/services/tariffs/read-grid";
import { saveCells } from "@/lib/services/tariffs/save-cells";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import { MOST_BYTES, MOST_PROBLEMS } from "./limits";
import type { importSchema } from "./schema";

/** What a file would change, and the cells to send back when the agent agrees. */
export interface ImportPreview {
  /** The draft's, when it was compared. */
  readonly revision: number;
  readonly cells: readonly GridCell[];
  readonly changes: readonly CellChange[];
}

/** What a faulty file gives back. */
export interface FaultyFile {
  readonly problems: readonly SheetProblem[];
  /** With those that are not listed. */
  readonly count: number;
}

/** Compares a file with the draft; nothing is written. */
export async function previewImport(
  agent: Authorized<"manage-tariffs">,
  versionId: number,
  file: File,
) {
  if (file.size > MOST_BYTES) return refused("spreadsheet-unreadable");
  const draft = await readGrid(agent, versionId);
  if (!draft) return refused("not-found");
  if (draft.version.state === "published") return refused("tariff-published");
  const rows = await readSpreadsheet(agent.accountId, file, SHEET_NAME);
  if (!rows.ok) return rows;
  const { cells, problems } = readSheet(rows.value, draft);
  if (problems.length > 0) {
    const value: FaultyFile = {
      problems: problems.slice(0, MOST_PROBLEMS),
      count: problems.length,
    };
    return { ...refused("spreadsheet-faulty"), value };
  }
  const changed = changedCells(draft.version.grid, cells);
  return done<ImportPreview>({
    revision: draft.version.revision,
    cells: changed.map(({ unitId, categoryId, rule }) => ({ unitId, categoryId, rule })),
    changes: changed.map(changeOf),
  });
}

/** Brackets may be cut anew at the same prices: that is a change of the grid too. */
function changeOf({ unitId, categoryId, before, rule }: ReturnType<typeof changedCells>[number]) {
  const words = { before: ruleInWords(before), after: ruleInWords(rule) };
  return { unitId, categoryId, ...(ruleChange(before, rule) ?? { figures: [], words }) };
}

/** Saves what the preview showed, on the revision that it was compared with. */
export async function applyImport(
  ctx: ActionContext<Authorized<"manage-tariffs">>,
  { cells, ...draft }: z.output<typeof importSchema>,
) {
  const read = cells.map((cell) => ({
    ...cell,
    rule: cell.rule === null ? null : parsePriceRule(cell.rule),
  }));
  if (read.some(({ rule }, i) => rule === null && cells[i]?.rule !== null))
    return refused("tariff-faulty");
  return saveCells(ctx, { ...draft, cells: read, source: "spreadsheet" });
}
