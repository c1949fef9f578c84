import "server-only";
import type { Result } from "@/lib/domain/result";
import type { SheetValue } from "@/lib/domain/tariff/sheet";
import { readApart } from "@/lib/reading/read-apart";

/** Larger than any sheet of prices, and read in a moment. */
const most = { bytes: 20_000_000, rows: 2000, columns: 400 };

type SheetRefusal = "spreadsheet-unreadable" | "spreadsheet-no-sheet" | "spreadsheet-too-large";

/** The cells of a sheet of an .xlsx file, as they stand; a refusal where it is no such file. */
export async function readSpreadsheet(
  accountId: string,
  file: Blob,
  sheetName: string,
): Promise<Result<SheetValue[][], SheetRefusal | "file-too-complex" | "reading-busy">> {
  const content = new Uint8Array(await file.arrayBuffer());
  const read = await readApart<Result<SheetValue[][], SheetRefusal>>(
    accountId,
    { kind: "spreadsheet", sheetName, most },
    content,
  );
  return read.ok ? read.value.answer : read;
}
