// Files that are small or legal, and made to fill the memory or to never end.
import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp from "sharp";

const million = 1_000_000;

/** Zeros, compressed twice: some thousand bytes a thousand million. */
function zerosPackedTwice(bytes: number): Buffer {
  return deflateSync(deflateSync(Buffer.alloc(bytes), { level: 9 }), { level: 9 });
}

/** A PDF whose table of contents says that it has so many entries, and is compressed twice. */
export function aCrossReferenceBomb(): Buffer {
  const packed = zerosPackedTwice(1_000 * million);
  const head = Buffer.from("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
  const dictionary =
    `3 0 obj\n<</Type/XRef/Size 100000000/W[1 4 2]/Root 1 0 R` +
    `/Filter[/FlateDecode/FlateDecode]/Length ${packed.length}>>\nstream\n`;
  const tail = `\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`;
  return Buffer.concat([head, Buffer.from(dictionary), packed, Buffer.from(tail)]);
}

/** A PDF from its objects, the first being number 1, with a plain table of contents. */
function aPdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const at: number[] = [];
  let length = 9;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, i) => {
    at.push(length);
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object)]));
    add(Buffer.from("\nendobj\n"));
  });
  const start = length;
  const rows = at.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
        `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A PDF whose pages stand in a list of lists, so many deep. */
export function aDeepPdf(depth: number): Buffer {
  const nodes = Array.from(
    { length: depth },
    (_, i) => `<</Type/Pages/Count 1/Kids[${i + 3} 0 R]${i ? `/Parent ${i + 1} 0 R` : ""}>>`,
  );
  const page = `<</Type/Page/Parent ${depth + 1} 0 R/MediaBox[0 0 10 10]>>`;
  return aPdfOf(["<</Type/Catalog/Pages 2 0 R>>", ...nodes, page]);
}

/** A PDF whose root stands in a stream of objects that becomes 900 million bytes. */
export function anObjectStreamBomb(): Buffer {
  const catalog = "<</Type/Catalog/Pages 2 0 R>>";
  const offsets = `1 0 2 ${catalog.length} `;
  const body = `${offsets}${catalog}<</Type/Pages/Count 1/Kids[4 0 R]>>`;
  const first = offsets.length;
  const packed = deflateSync(Buffer.concat([Buffer.from(body), Buffer.alloc(900 * million, " ")]), {
    level: 9,
  });
  const head = Buffer.from("%PDF-1.7\n");
  const stream = Buffer.concat([
    Buffer.from(
      `3 0 obj\n<</Type/ObjStm/N 2/First ${first}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
    ),
    packed,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
  const page = Buffer.from("4 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>\nendobj\n");
  const entry = (kind: number, at: number, index: number) => {
    const row = Buffer.alloc(6);
    row.writeUInt8(kind, 0);
    row.writeUInt32BE(at, 1);
    row.writeUInt8(index, 5);
    return row;
  };
  const start = head.length + stream.length + page.length;
  const table = Buffer.concat([
    entry(0, 0, 255),
    entry(2, 3, 0),
    entry(2, 3, 1),
    entry(1, head.length, 0),
    entry(1, head.length + stream.length, 0),
    entry(1, start, 0),
  ]);
  const references = Buffer.concat([
    Buffer.from(
      `5 0 obj\n<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length ${table.length}>>\nstream\n`,
    ),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`),
  ]);
  return Buffer.concat([head, stream, page, references]);
}

/** An image of so many points in a few bytes, as legal as any: it is unpacked row by row, or all at once. */
export function aWideImage(format: "jpeg" | "png", progressive = false): Promise<Buffer> {
  const create = { width: 8000, height: 7990, channels: 3, background: "white" } as const;
  return sharp({ create }).toFormat(format, { progressive }).toBuffer();
}

/** A ZIP file of parts; `said` is the size that it announces of each, where it is not the true one. */
export function aZipOf(parts: Readonly<Record<string, string | Buffer>>, said?: number): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(said ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = [Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, place, Buffer.from(name));
    files.push(...local);
    offset += local.reduce((sum, one) => sum + one.length, 0);
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const count = Object.keys(parts).length;
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook whose sheet « Tarifs » has these rows. */
export function workbookParts(rows: string, sheetName = "Tarifs"): Record<string, string> {
  return {
    "xl/workbook.xml": `<workbook xmlns:r="${relationships}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  };
}

/** A workbook of one cell. */
export function aSheetWithCell(reference: string): Buffer {
  const row = /\d+/.exec(reference)?.[0] ?? "1";
  return aZipOf(workbookParts(`<row r="${row}"><c r="${reference}"><v>1</v></c></row>`));
}
