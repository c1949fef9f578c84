import "server-only";
import { ink, type Paper } from "@/lib/documents/layout";
import { cell } from "@/lib/documents/table";

const names = 0.36;
const gap = 12;
const between = 3;

/** Names and what they hold, side by side: a table whose rows are named by their first cell. */
export function drawFacts(paper: Paper, facts: readonly (readonly [string, string])[]): void {
  const table = paper.pdf.struct("Table");
  paper.root.add(table);
  const nameLook = { width: paper.width * names - gap, colour: ink.muted };
  const valueLook = {
    x: paper.left + paper.width * names,
    width: paper.width * (1 - names),
    bold: true,
  };
  for (const [name, value] of facts) {
    const height = Math.max(paper.heightOf(name, nameLook), paper.heightOf(value, valueLook));
    paper.makeRoom(height);
    const row = paper.pdf.struct("TR");
    table.add(row);
    cell(paper, row, { role: "TH", scope: "Row" }, () => paper.draw(name, nameLook));
    cell(paper, row, { role: "TD" }, () => paper.draw(value, valueLook));
    row.end();
    paper.y += height + between;
  }
  table.end();
}
