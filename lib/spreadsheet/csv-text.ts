/** A number is no formula, whatever its sign. */
const number = /^[+-]?\d+([.,]\d+)?$/;

/**
 * Rows as a French spreadsheet opens them: a byte order mark, ";" and CRLF. What a spreadsheet would take for
 * a formula is shown as the text that it is.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${csvLines(rows)}`;
}

/** The same without the mark: what follows the first rows of a file that is sent bit by bit. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(";")}\r\n`).join("");
}

function cellText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !number.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
