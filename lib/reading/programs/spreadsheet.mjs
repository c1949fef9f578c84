import readWorkbook from "read-excel-file/universal";
import { columnOf, specialCells } from "./sheet-cells.mjs";
import { unzip } from "./unzip.mjs";

/** No cell that is read says more; a longer one is cut, so that a small file does not become a large answer. */
const longestText = 500;

/**
 * The cells of a sheet: texts, numbers, null where there is nothing, and what specialCells tells. A date
 * is a text, which then is no price. `most`: bytes unpacked, rows and columns, checked before the sheet is built.
 */
export async function read(content, { sheetName, most }) {
  const parts = unzip(content, most.bytes);
  if (parts === null) return refused("spreadsheet-unreadable");
  const sheets = parts.filter(({ name }) => name.endsWith(".xml"));
  if (sheets.some((part) => goesBeyond(part.content.toString("latin1"), most)))
    return refused("spreadsheet-too-large");
  const bytes = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength);
  const workbook = await readWorkbook(bytes, { parseNumber: Number }).catch(() => null);
  if (workbook === null) return refused("spreadsheet-unreadable");
  const sheet = workbook.find((one) => one.sheet.trim() === sheetName);
  if (!sheet) return refused("spreadsheet-no-sheet");
  const isLarge = sheet.data.length > most.rows || (sheet.data[0]?.length ?? 0) > most.columns;
  if (isLarge) return refused("spreadsheet-too-large");
  const special = specialCells(parts, sheetName);
  if (special === null) return refused("spreadsheet-unreadable");
  return {
    answer: {
      ok: true,
      value: withSpecial(
        sheet.data.map((row) => row.map(valueOf)),
        special,
      ),
    },
  };
}

const refused = (refusal) => ({ answer: { ok: false, refusal } });

/** `r="12"` of a row, `r="AB12"` of a cell: one alone, far away, would make a sheet of millions of cells. */
const reference = /<(?:\w+:)?(?:row|c)\s(?:[^>]*?\s)?r\s*=\s*["']\s*([A-Za-z]*)(\d*)/g;

function goesBeyond(xml, { rows, columns }) {
  for (const [, letters, digits] of xml.matchAll(reference))
    if (Number(digits) > rows || letters.length > 3 || columnOf(letters) > columns) return true;
  return false;
}

/** An error or an empty formula is never an empty cell, even in a row of which nothing else is read. */
function withSpecial(data, special) {
  for (const { row, column, value } of special) {
    while (data.length <= row) data.push([]);
    while (data[row].length <= column) data[row].push(null);
    data[row][column] = value;
  }
  return data;
}

function valueOf(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).slice(0, longestText);
}
