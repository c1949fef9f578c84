import Papa from "papaparse";
import { columnOf } from "./sheet-cells.mjs";
import { textOfBytes } from "./text-of-bytes.mjs";
import { unzip } from "./unzip.mjs";

/** No cell that is read says more; a longer one is cut, so that a small file does not become a large answer. */
const longestText = 500;

/**
 * A table: the first sheet of a workbook (.xlsx), or a text with ";", "," or tabs (.csv). Its filled rows with
 * their numbers from 1, each a list of texts, numbers as texts (a date may be its serial number), errors and
 * formulas without a result. Empty rows cost nothing.
 */
export async function read(content, { most }) {
  try {
    const rows =
      content.subarray(0, 2).toString("latin1") === "PK"
        ? rowsOfWorkbook(content, most)
        : rowsOfText(content, most);
    return { answer: { ok: true, value: rows } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, where } = error;
    return { answer: { ok: false, refusal: code, where } };
  }
}

class Refusal extends Error {
  constructor(code, where = null) {
    super(code);
    this.code = code;
    this.where = where;
  }
}

function taken(rows, most) {
  if (rows.length > most.rows) throw new Refusal("table-too-large");
  if (rows.some(({ cells }) => cells.length > most.columns)) throw new Refusal("table-too-large");
  return rows;
}

const isFilled = (cell) => typeof cell !== "string" || cell.trim() !== "";

function rowsOfText(content, most) {
  const text = textOfBytes(content);
  if (text === null) throw new Refusal("table-unreadable");
  // What was UTF-8 once and was taken for something else since: no reader can tell what it was.
  if (/\uFFFD|Ã[\u00a0-\u00bf]|â€/.test(text)) throw new Refusal("table-encoding");
  const { data } = Papa.parse(text, { delimiter: delimiterOf(text), header: false });
  const rows = data.flatMap((cells, i) =>
    cells.some(isFilled)
      ? [{ line: i + 1, cells: cells.map((cell) => cell.slice(0, longestText)) }]
      : [],
  );
  return taken(rows, most);
}

/** The sign that stands most often in the first line that says something. */
function delimiterOf(text) {
  const first = /^.*\S.*$/m.exec(text)?.[0].replace(/"[^"]*"/g, "") ?? "";
  const counted = [";", "\t", ","].map((sign) => [sign, first.split(sign).length]);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function rowsOfWorkbook(content, most) {
  const parts = unzip(content, most.bytes);
  if (parts === null) throw new Refusal("table-unreadable");
  const textOf = (name) =>
    parts.find((part) => part.name === name)?.content.toString("utf8") ?? null;
  const path = firstSheet(textOf);
  const xml = path === null ? null : textOf(path);
  if (xml === null) throw new Refusal("table-unreadable");
  const merged = /<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']([A-Z0-9:]+)["']/.exec(xml)?.[1];
  if (merged !== undefined) throw new Refusal("table-merged", merged);
  const shared = sharedTexts(textOf("xl/sharedStrings.xml") ?? "");
  const is1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(
    textOf("xl/workbook.xml") ?? "",
  );
  // Numbers of such a workbook may be days counted from another day: nothing tells which.
  if (is1904) throw new Refusal("table-1904");
  return taken(rowsIn(xml, shared, most), most);
}

function firstSheet(textOf) {
  const head = /<(?:\w+:)?sheet\b([^>]*)>/.exec(textOf("xl/workbook.xml") ?? "")?.[1] ?? "";
  const id = attribute(head, "(?:\\w+:)?id");
  const links = [
    ...(textOf("xl/_rels/workbook.xml.rels") ?? "").matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g),
  ];
  const link = links.find(([, one]) => attribute(one, "Id") === id)?.[1];
  const target = link === undefined ? null : attribute(link, "Target");
  if (target === null) return null;
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

const cell = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

const place = /(?:^|\s)r\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/;
const typeOf = /(?:^|\s)t\s*=\s*["'](\w+)["']/;
const storedIn = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/;
const formulaIn = /<(?:\w+:)?f\b/;

function rowsIn(xml, shared, most) {
  const rows = new Map();
  for (const [, head, body] of xml.matchAll(cell)) {
    if (!body) continue;
    const [, letters, line] = place.exec(head) ?? [];
    if (letters === undefined) throw new Refusal("table-unreadable");
    const value = valueOf(typeOf.exec(head)?.[1], body, shared);
    if (!isFilled(value)) continue;
    const column = columnOf(letters);
    if (column > most.columns) throw new Refusal("table-too-large");
    let row = rows.get(line);
    if (row === undefined) {
      if (rows.size > most.rows) throw new Refusal("table-too-large");
      row = { line: Number(line), cells: [] };
      rows.set(line, row);
    }
    while (row.cells.length < column) row.cells.push("");
    row.cells[column - 1] = value;
  }
  return [...rows.values()].sort((a, b) => a.line - b.line);
}

function valueOf(type, body, shared) {
  if (type === "inlineStr") return textIn(body);
  const stored = storedIn.exec(body)?.[1] ?? "";
  if (type === "s") return shared[Number(stored)] ?? "";
  if (type === "e") return { error: decoded(stored).slice(0, 20) || "#ERR" };
  if (stored === "" && formulaIn.test(body)) return { formula: true };
  return decoded(stored).slice(0, longestText);
}

function sharedTexts(xml) {
  return [...xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(
    ([, body = ""]) => textIn(body),
  );
}

/** The runs of a text, without how it is pronounced (`rPh`). */
function textIn(body) {
  const runs = body
    .replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "")
    .matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g);
  return decoded([...runs].map(([, run = ""]) => run).join("")).slice(0, longestText);
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text) {
  if (!text.includes("&") && !text.includes("_x")) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code) => String.fromCharCode(parseInt(code, 16)))
    .replace(
      /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
      (whole, hex, digits, name) => {
        if (name) return entities[name];
        const code = hex ? parseInt(hex, 16) : Number(digits);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
}

function attribute(head, name) {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(head)?.[1] ?? null;
}
