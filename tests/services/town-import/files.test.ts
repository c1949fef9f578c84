// Files that cannot be read, or only with care: encodings, separators, workbooks, headers of others.
import { prisma } from "@/lib/db";
import { instant } from "@/lib/domain/day";
import { importFields } from "@/lib/domain/town-import/fields";
import { purge } from "@/lib/services/operational/purge";
import { carryOutImport } from "@/lib/services/town-import/carry-out";
import { saveColumns } from "@/lib/services/town-import/save-columns";
import { emptyTables } from "@/tests/support/database";
import { aZipOf, workbookParts } from "@/tests/support/storage/bombs";
import {
  anImporter,
  aRow,
  carryOut,
  csvOf,
  inShort,
  prepared,
  send,
  shown,
} from "@/tests/support/town-import";

let ctx: Awaited<ReturnType<typeof anImporter>>;

beforeAll(async () => {
  await emptyTables();
  ctx = await anImporter();
});

const encoded = (text: string) => new TextEncoder().encode(text);

test("UTF-8 with its mark, Windows-1252, UTF-16; what was spoilt before is refused", async () => {
  const file = csvOf([
    aRow({
      g1Email: "",
      g1Phone: "",
      familyKey: "E1",
      g1FirstName: "Cœur",
      childFirstName: "Zoë",
      schoolClass: "CP – matin",
    }),
  ]);
  const windows = Uint8Array.from(
    [...file],
    (letter) => ({ œ: 0x9c, "–": 0x96, "’": 0x92 })[letter] ?? letter.charCodeAt(0),
  );
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file, "utf16le")]);
  for (const bytes of [encoded(`\uFEFF${file}`), windows, new Uint8Array(wide)]) {
    const { id } = await prepared(ctx, bytes);
    const [row] = await prisma.importRow.findMany({ where: { importId: id } });
    expect(row?.cells).toEqual(expect.arrayContaining(["Cœur", "Zoë", "CP – matin"]));
  }
  const spoilt = Buffer.from(file).toString("latin1");
  expect(await send(ctx, encoded(spoilt))).toMatchObject({ refusal: "table-encoding" });
});

test("comma, tab and semicolon; quoted line ends; empty lines and a line's own number", async () => {
  const file = csvOf([
    aRow({ familyKey: "E2", g1Street: "3 place\ndu Marché" }),
    {},
    aRow({ familyKey: "E2", g1Street: "3 place\ndu Marché", childFirstName: "Noé" }),
  ]);
  for (const sign of [";", ",", "\t"]) {
    const { report } = await prepared(ctx, file.replaceAll(";", sign));
    expect(report.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, "added"],
      [4, "added"],
    ]);
  }
});

const sheet = (rows: string, more = "") => {
  const parts = workbookParts(rows);
  const path = "xl/worksheets/sheet1.xml";
  const xml = `<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`;
  return new Uint8Array(aZipOf({ ...parts, [path]: xml }));
};
const needed = [
  "familyKey",
  "g1LastName",
  "g1FirstName",
  "childLastName",
  "childFirstName",
  "birthDate",
] as const;
const inline = (ref: string, text: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const headers = csvOf([], needed).split("\r\n")[0]?.split(";") ?? [];
const letters = "ABCDEF";
const rowOf = (n: number, cells: readonly string[]) =>
  `<row r="${n}">${cells.map((text, i) => (text.startsWith("<") ? text : inline(`${letters[i] ?? ""}${n}`, text))).join("")}</row>`;

test("a workbook: dates as numbers, an error, a formula, merged cells, 200 000 empty lines", async () => {
  const filled = (key: string, date: string, n: number) =>
    rowOf(n, [key, "Petit", "Ana", "Petit", `Enfant ${key}`, date]);
  const empty = Array.from(
    { length: 200_000 },
    (_, i) => `<row r="${i + 10}"><c r="A${i + 10}" s="1"/></row>`,
  ).join("");
  const rows = [
    rowOf(1, headers),
    filled("X1", `<c r="F2"><v>43830</v></c>`, 2),
    filled("X2", `<c r="F3" t="e"><v>#REF!</v></c>`, 3),
    filled("X3", `<c r="F4"><f>A1+1</f></c>`, 4),
    filled("X4", `<c r="F5"><f>DATE(2019,12,31)</f><v>43830</v></c>`, 5),
  ].join("");
  const { report, lines } = await prepared(ctx, sheet(rows + empty));
  expect(lines).toBe(4);
  expect(report.map(inShort)).toEqual([
    "2 added",
    expect.stringMatching(
      /^3 wrong \| Enfant - Né\(e\) le: Cette cellule contient une erreur \(#REF!\)/,
    ),
    expect.stringMatching(
      /^4 wrong \| Enfant - Né\(e\) le: Cette cellule est une formule sans résultat/,
    ),
    "5 added",
  ]);
  expect(
    await send(ctx, sheet(rows, `<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`)),
  ).toMatchObject({ refusal: "table-merged" });
});

test("refused whole: a column twice, no line, no table, a zip that is none", async () => {
  const [first = "", ...rest] = csvOf([aRow()]).split("\r\n");
  const twice = [`${first};${headers[0] ?? ""}`, ...rest].join("\r\n");
  expect(await send(ctx, twice)).toMatchObject({ refusal: "import-column-twice" });
  expect(await send(ctx, first)).toMatchObject({ refusal: "import-empty" });
  expect(await send(ctx, "")).toMatchObject({ refusal: "import-empty" });
  expect(await send(ctx, new Uint8Array([0, 1, 2, 0]))).toMatchObject({
    refusal: "table-unreadable",
  });
  expect(await send(ctx, encoded("PK nothing of a zip"))).toMatchObject({
    refusal: "table-unreadable",
  });
});

test("unknown headers are asked once, and remembered for the next file", async () => {
  const file = csvOf(
    [aRow({ familyKey: "M1", g1Email: "", g1Phone: "", childFirstName: "Ugo" })],
    importFields,
  ).replace(/^.*?\r\n/, `${importFields.map((_, i) => `Champ ${i}`).join(";")}\r\n`);
  const first = await prepared(ctx, file);
  expect([first.stamp, first.columns, first.report]).toEqual([null, [], []]);
  const idempotencyKey = () => crypto.randomUUID();
  const early = {
    importId: first.id,
    shown: "",
    leavesOut: true,
    idempotencyKey: idempotencyKey(),
  };
  expect(await carryOutImport(ctx, early)).toMatchObject({ refusal: "import-columns" });
  const say = (columns: readonly (typeof importFields)[number][]) =>
    saveColumns(ctx, { importId: first.id, columns, idempotencyKey: idempotencyKey() });
  expect(await say(importFields.slice(1))).toMatchObject({ refusal: "import-columns" });
  expect(await say(importFields)).toMatchObject({ ok: true });
  const second = await prepared(ctx, file);
  expect(second.report.map(inShort)).toEqual(["2 added"]);
  expect(await carryOut(ctx, second.id)).toMatchObject({ ok: true });
});

test("a file is kept for thirty days", async () => {
  const days = (n: number) => instant(new Date(Date.parse(ctx.now) + n * 86_400_000).toISOString());
  const purged = async (n: number) =>
    (await purge({ now: days(n), realNow: days(n) }))["TownImport"];
  expect(await purged(29)).toBe(0);
  expect(await purged(31)).toBeGreaterThan(5);
  expect(await prisma.importRow.count()).toBe(0);
});

test("both lists of ONDE are one file, and neither of them is one alone", async () => {
  const pupils = encoded(
    "Nom élève;Nom d'usage élève;Prénom élève;Date naissance; Cycle;Niveau;Libellé classe\r\nONDE;;Ida;14/03/2019;II;CP;CP A\r\nONDE;;Seul;14/03/2018;II;CE1;CE1",
  );
  const guardians = encoded(
    "Civilité Responsable;Nom responsable;Prénom responsable;Courriel;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants\r\nMME;ONDE;Rose;rose@exemple.fr;;ONDE;Ida;CP A",
  );
  expect(await send(ctx, pupils)).toMatchObject({ refusal: "import-onde-other" });
  expect(await send(ctx, csvOf([aRow()]), pupils)).toMatchObject({ refusal: "import-one-file" });
  const sent = await send(ctx, guardians, pupils);
  if (!sent.ok) throw new Error(sent.refusal);
  expect((await shown(ctx, sent.value.id)).report.map(inShort)).toEqual([
    "2 added",
    "3 wrong | Famille - Numéro: Aucun responsable de cet élève n’est dans le fichier des responsables.",
  ]);
});
