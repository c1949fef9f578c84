import "server-only";
import type { Order } from "./order";
import { readApart } from "./read-apart";

const orders: readonly Order[] = [
  { kind: "pdf" },
  { kind: "image", mostPoints: 1, longestSide: 1 },
  { kind: "spreadsheet", sheetName: "", most: { bytes: 1, rows: 1, columns: 1 } },
  { kind: "table", most: { bytes: 1, rows: 1, columns: 1 } },
];

/**
 * Ends the process at its start where no file could be read: better than to learn it from a family.
 * The host may start no process, or may not have been given the programs.
 */
export async function stopUnlessFilesAreRead(): Promise<void> {
  const nothing = new Uint8Array([0]);
  try {
    await Promise.all(orders.map((order) => readApart(order.kind, order, nothing)));
  } catch (error) {
    console.error(
      `The programs that read files (lib/reading/programs) do not start: ${String(error)}.\n` +
        "- FILE_READER must be thread where the host starts no process",
    );
    process.exit(1);
  }
}
