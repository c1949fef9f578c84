/** What a table expects: for each of its rows, by its first cell, what each column says. */
export type Expectations = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Reads tables as people write them: cells between bars; a row that ends in « … » names columns. */
export function expectations(table: string): Expectations {
  const rows = new Map<string, Record<string, string>>();
  let columns: readonly string[] = [];
  for (const line of table.split("\n").filter((text) => text.trim() !== "")) {
    const [name = "", ...cells] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (name.endsWith("…")) columns = cells;
    else rows.set(name, Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""])));
  }
  return rows;
}
