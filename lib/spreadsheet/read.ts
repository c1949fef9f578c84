import "server-only";
import readWorkbook from "read-excel-file/universal";
import { done, refused, type Result } from "@/lib/domain/result";
import type { SheetValue } from "@/lib/domain/tariff/sheet";
import { unpackedSize } from "./zip-size";

const MOST_UNPACKED = 20_000_000;
const MOST = { rows: 2000, columns: 400 };

/** The cells of a sheet of an .xlsx file, as they stand; a refusal where it is no such file. */
export async function readSpreadsheet(
  file: Blob,
  sheetName: string,
): Promise<Result<SheetValue[][], "spreadsheet-unreadable" | "spreadsheet-no-sheet">> {
  const bytes = await file.arrayBuffer();
  const size = unpackedSize(bytes);
  if (size === null || size > MOST_UNPACKED) return refused("spreadsheet-unreadable");
  const sheets = await readWorkbook(bytes, { parseNumber: Number }).catch(() => null);
  if (!sheets) return refused("spreadsheet-unreadable");
  const sheet = sheets.find((one) => one.sheet.trim() === sheetName);
  if (!sheet) return refused("spreadsheet-no-sheet");
  if (sheet.data.length > MOST.rows || sheet.data.some((row) => row.length > MOST.columns))
    return refused("spreadsheet-unreadable");
  return done(sheet.data.map((row) => row.map(valueOf)));
}

/** A date in a cell of prices is read as a text, which then is no price. */
function valueOf(value: unknown): SheetValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string") return value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
