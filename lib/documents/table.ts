import "server-only";
import { ink, type Paper, type Structure, type TextLook } from "@/lib/documents/layout";

export interface TableRow {
  readonly name: string;
  /** Said below the name, smaller. */
  readonly remarks: readonly string[];
  readonly value: string;
}

/** Rows under a common name, which stands before the first of them. */
export interface TableGroup {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

const pad = 5;
const gap = 12;
const note = { size: 8.5, colour: ink.muted } as const;

/** How the page's width is shared, and whether the values are figures, which stand at the right. */
export interface TableShape {
  readonly group: number;
  readonly value: number;
  readonly valueAlign: "left" | "right";
}

/** Activities, units, prices. */
export const priceTable: TableShape = { group: 0.3, value: 0.16, valueAlign: "right" };

/** A table of three columns: group, name, value. A group is kept on one page where it fits on one. */
export function drawTable(
  paper: Paper,
  titles: readonly [group: string, name: string, value: string],
  groups: readonly TableGroup[],
  shape: TableShape,
): void {
  const table = paper.pdf.struct("Table");
  paper.root.add(table);
  const at = columns(paper, shape);
  drawTitles(paper, table, { titles, at });
  for (const group of groups) drawGroup(paper, table, { group, at });
  table.end();
}

type Columns = ReturnType<typeof columns>;

function columns({ left, width }: Paper, shape: TableShape) {
  const [group, value] = [width * shape.group, width * shape.value];
  return {
    group: { x: left, width: group - gap },
    name: { x: left + group, width: width - group - value - gap },
    value: { x: left + width - value, width: value, align: shape.valueAlign },
  } as const;
}

function drawTitles(
  paper: Paper,
  table: Structure,
  { titles, at }: { titles: readonly [string, string, string]; at: Columns },
): void {
  const row = paper.pdf.struct("TR");
  table.add(row);
  const { group, name, value } = at;
  const look = { bold: true, size: 9, colour: ink.muted };
  for (const [i, column] of [group, name, value].entries())
    cell(paper, row, { role: "TH", scope: "Column" }, () =>
      paper.draw(titles[i] ?? "", { ...look, ...column }),
    );
  row.end();
  paper.y += paper.heightOf("É", look) + pad;
}

function drawGroup(
  paper: Paper,
  table: Structure,
  { group, at }: { group: TableGroup; at: Columns },
): void {
  const heights = groupHeights(paper, group, at);
  paper.makeRoom(heights.reduce((sum, height) => sum + height, 0));
  for (const [i, row] of group.rows.entries()) {
    const height = heights[i] ?? 0;
    paper.makeRoom(height);
    if (i === 0) paper.rule(paper.y, ink.brand);
    drawRow(paper, table, { group: i === 0 ? group : null, row, at });
    paper.y += height;
  }
}

/** Of each row; the last one leaves room for what is still to be said of the group's name. */
function groupHeights(paper: Paper, group: TableGroup, at: Columns): number[] {
  const heights = group.rows.map((row) => rowHeight(paper, row, at));
  const last = heights.pop() ?? 0;
  const above = heights.reduce((sum, height) => sum + height, 0);
  const name = paper.heightOf(group.name, { ...at.group, bold: true }) + 2 * pad;
  return [...heights, Math.max(last, name - above)];
}

/** Where it begins a group, the row also holds the group's name, over all of its rows. */
function drawRow(
  paper: Paper,
  table: Structure,
  { group, row, at }: { group: TableGroup | null; row: TableRow; at: Columns },
): void {
  const element = paper.pdf.struct("TR");
  table.add(element);
  const top = paper.y;
  paper.y = top + pad;
  if (group)
    cell(paper, element, { role: "TH", scope: "Row", rows: group.rows.length }, () =>
      paper.draw(group.name, { ...at.group, bold: true, colour: ink.brand }),
    );
  cell(paper, element, { role: "TH", scope: "Row" }, () => drawName(paper, row, at.name));
  paper.y = top + pad;
  cell(paper, element, { role: "TD" }, () => paper.draw(row.value, { ...at.value, bold: true }));
  element.end();
  paper.y = top;
}

function drawName(paper: Paper, row: TableRow, column: TextLook): void {
  paper.draw(row.name, column);
  paper.y += paper.heightOf(row.name, column);
  for (const remark of row.remarks) {
    paper.draw(remark, { ...column, ...note });
    paper.y += paper.heightOf(remark, { ...column, ...note });
  }
}

function rowHeight(paper: Paper, { name, remarks, value }: TableRow, at: Columns): number {
  const { width } = at.name;
  const lines = remarks.map((remark) => paper.heightOf(remark, { ...note, width }));
  const said = paper.heightOf(name, { width }) + lines.reduce((sum, h) => sum + h, 0);
  return Math.max(said, paper.heightOf(value, { ...at.value, bold: true })) + 2 * pad;
}

/** A cell of a row, with its role and what it heads. */
export function cell(
  paper: Paper,
  row: Structure,
  its: { role: "TH" | "TD"; scope?: "Row" | "Column"; rows?: number },
  draw: () => void,
): void {
  const element = paper.pdf.struct(its.role);
  if (its.scope)
    element.dictionary.data.A = {
      O: "Table",
      Scope: its.scope,
      ...(its.rows === undefined ? {} : { RowSpan: its.rows }),
    };
  row.add(element);
  element.add(draw);
  element.end();
}
