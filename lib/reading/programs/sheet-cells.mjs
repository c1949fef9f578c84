// What a reader of values does not tell of a sheet's cells: errors, formulas without a result, percents.

/**
 * The cells of the sheet of that name that are no plain values, by row and column from 0; null where the
 * workbook does not say which part the sheet is. `error`: "#REF!" as it is shown. `formula`: without a stored
 * result. `percent`: the number as it is shown, 0.003 being 0.3.
 */
export function specialCells(parts, sheetName) {
  const text = (name) => parts.find((part) => part.name === name)?.content.toString("utf8") ?? "";
  const path = pathOf(text, sheetName);
  if (path === null) return null;
  const percents = percentStyles(text("xl/styles.xml"));
  return [...text(path).matchAll(cell)].flatMap(([, head, body = ""]) => {
    // The reader of values refuses a sheet whose cells do not say where they are.
    const [, letters = "", row = ""] = /^([A-Za-z]+)(\d+)$/.exec(attribute(head, "r") ?? "") ?? [];
    const value = letters === "" ? null : specialOf(head, body, percents);
    return value === null ? [] : [{ row: Number(row) - 1, column: columnOf(letters) - 1, value }];
  });
}

const cell = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

/** "A" is 1, "AB" 28. */
export function columnOf(letters) {
  return [...letters.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
}

function attribute(head, name) {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(head)?.[1] ?? null;
}

function numberIn(head, name) {
  const text = attribute(head, name);
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

const textIn = (body, name) =>
  new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(body)?.[1] ?? "";

function specialOf(head, body, percents) {
  const stored = textIn(body, "v").trim();
  if (attribute(head, "t") === "e") return { error: stored.slice(0, 20) || "#ERR" };
  if (/<(?:\w+:)?f\b/.test(body) && stored === "" && !/<(?:\w+:)?is\b/.test(body))
    return { formula: true };
  const isNumber = [null, "n"].includes(attribute(head, "t")) && stored !== "";
  if (!isNumber || !percents.has(numberIn(head, "s") ?? 0)) return null;
  // As a spreadsheet shows it: the binary rest of 0.07 × 100 goes.
  return { percent: Number((Number(stored) * 100).toPrecision(12)) };
}

/** Which of the cells' styles show a number as a percent. */
function percentStyles(styles) {
  const formats = new Map([
    [9, true],
    [10, true],
  ]);
  for (const [, head] of styles.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g)) {
    // A sign in quotes, or escaped, is written beside the number and does not multiply it.
    const code = (attribute(head, "formatCode") ?? "").replace(/&quot;.*?&quot;|\\./g, "");
    formats.set(numberIn(head, "numFmtId"), code.includes("%"));
  }
  const cellStyles = textIn(styles, "cellXfs");
  return new Set(
    [...cellStyles.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].flatMap(([, head], index) =>
      formats.get(numberIn(head, "numFmtId")) === true ? [index] : [],
    ),
  );
}

function pathOf(text, sheetName) {
  const sheets = [...text("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)];
  const head = sheets.find(([, one]) => attribute(one, "name")?.trim() === sheetName)?.[1];
  const id = head === undefined ? null : attribute(head, "(?:\\w+:)?id");
  const links = [
    ...text("xl/_rels/workbook.xml.rels").matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g),
  ];
  const target = links.find(([, one]) => attribute(one, "Id") === id)?.[1];
  const path = target === undefined ? null : attribute(target, "Target");
  if (path === null) return null;
  return path.startsWith("/") ? path.slice(1) : `xl/${path}`;
}
