import { readSheet } from "@/lib/domain/tariff/read-sheet";
import { cellRef, sheetOf, type SheetCell, type SheetValue } from "@/lib/domain/tariff/sheet";
import { changedCells } from "@/lib/domain/tariff/grid";
import { unitId } from "@/tests/support/booking";
import { brackets, categories, categoryId, effort, fixed, units } from "@/tests/support/tariffs";

const activities = [
  { id: 1, label: "Accueil pré/post-scolaire" },
  { id: 2, label: "Études surveillées" },
  { id: 3, label: "Restauration scolaire" },
  { id: 4, label: "Centre de Loisirs Mercredis" },
];
const context = { activities, units, categories };
const grid = {
  rules: [
    ...units.map((u) => ({
      unitId: u.id,
      categoryId: categoryId.child,
      rule: brackets([0, 208], [40_000, 260]),
    })),
    { unitId: unitId.repas, categoryId: categoryId.outside, rule: effort(1533, 88, 200) },
    { unitId: unitId.repas, categoryId: categoryId.pai, rule: fixed(29) },
  ],
};

/** The file as a spreadsheet gives it back: numbers as it keeps them. */
function filled(): SheetValue[][] {
  const sheet = sheetOf(grid, context);
  const value = (cell: SheetCell) => {
    if (cell === null) return null;
    if ("text" in cell) return cell.text;
    return "amount" in cell ? cell.amount / 100 : cell.rate / 10_000;
  };
  const names = sheet.categories.flatMap(({ label, columns }) =>
    columns.map((_, i) => (i === 0 ? label : null)),
  );
  return [
    ["Tarifs 2027", null, ...names],
    ["Activité", "Prestation", ...sheet.categories.flatMap(({ columns }) => columns)],
    ...sheet.rows.map((row) => row.map(value)),
  ];
}

const mealRow = () => filled().findIndex((row) => row[1] === "Repas");
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

function spoilt(row: number, column: number, value: SheetValue): string[] {
  const rows = filled();
  const target = rows[row];
  if (target) target[column] = value;
  return readSheet(rows, context).problems.map(({ ref, message }) => spaces(`${ref} ${message}`));
}

test("what is exported and read again changes nothing", () => {
  const { cells, problems } = readSheet(filled(), context);
  expect(problems).toEqual([]);
  expect(cells).toHaveLength(units.length * categories.length);
  expect(changedCells(grid, cells)).toEqual([]);
});

test("only the columns that a category needs stand in the sheet", () => {
  expect(sheetOf(grid, context).categories).toEqual([
    {
      label: "Enfant",
      columns: ["Prix fixe (€)", "QF à partir de 0,00 (€)", "QF à partir de 400,00 (€)"],
    },
    {
      label: "Élève extérieur",
      columns: ["Prix fixe (€)", "Taux d’effort (%)", "Minimum (€)", "Maximum (€)"],
    },
    { label: "Élève PAI", columns: ["Prix fixe (€)"] },
  ]);
});

test("a rate that is shown as a percent is read as it is shown", () => {
  const at = filled()[1]?.indexOf("Taux d’effort (%)") ?? -1;
  const rows = filled().map((row, i) =>
    i === mealRow() ? row.map((value, j) => (j === at ? { percent: 0.3 } : value)) : row,
  );
  const { cells, problems } = readSheet(rows, context);
  expect(problems).toEqual([]);
  expect(changedCells(grid, cells).map(({ rule }) => rule)).toEqual([effort(3000, 88, 200)]);
});

test("texts are read as people type them, and an inserted bracket is a bracket", () => {
  const rows = filled().map((row, i) => {
    const insert = [null, "qf a partir de 1 500 €", ...Array<null>(units.length).fill(null)][i];
    return [...row.slice(0, 5), i === mealRow() ? "3,10 €" : insert, ...row.slice(5)];
  });
  const { cells, problems } = readSheet(rows, context);
  expect(problems).toEqual([]);
  expect(changedCells(grid, cells).map(({ rule }) => rule)).toEqual([
    brackets([0, 208], [40_000, 260], [150_000, 310]),
  ]);
});

test("a row or a category that is left out is not touched; an emptied one loses its price", () => {
  const row = mealRow();
  const without = filled().filter((_, i) => i !== row);
  expect(changedCells(grid, readSheet(without, context).cells)).toEqual([]);
  const narrow = filled().map((r) => r.slice(0, 5));
  expect(changedCells(grid, readSheet(narrow, context).cells)).toEqual([]);
  const emptied = filled().map((r, i) => (i === row ? r.slice(0, 2) : r));
  expect(changedCells(grid, readSheet(emptied, context).cells).map((c) => c.rule)).toEqual([
    null,
    null,
    null,
  ]);
});

test.each<[string, () => string[], RegExp]>([
  ["an unknown activity", () => spoilt(2, 0, "Cantine"), /^A3 l’activité « Cantine » n’existe/],
  ["an unknown unit", () => spoilt(2, 1, "Goûter"), /^B3 « Goûter » n’est pas une prestation/],
  ["an unknown category", () => spoilt(0, 2, "Enfants"), /^C1 la catégorie « Enfants » n’existe/],
  ["an unknown header", () => spoilt(1, 3, "Tranche A"), /^D2 cet en-tête ne se lit pas/],
  ["a column twice", () => spoilt(1, 4, "QF à partir de 0"), /^E2 cette colonne est deux fois/],
  ["a negative price", () => spoilt(2, 3, -1), /^D3 .*négatif/],
  ["an error of Excel", () => spoilt(2, 3, { error: "#REF!" }), /^D3 .*l’erreur « #REF! »/],
  ["a formula without a result", () => spoilt(2, 3, { formula: true }), /^D3 .*pas de résultat/],
  ["a percent as a price", () => spoilt(2, 3, { percent: 180 }), /^D3 .*un pourcentage \(180 %\)/],
  [
    "an error as a name",
    () => spoilt(2, 0, { error: "#N/A" }),
    /^A3 l’activité « #N\/A » n’existe/,
  ],
  ["an error as a header", () => spoilt(1, 3, { error: "#N/A" }), /^D2 cet en-tête ne se lit pas/],
  ["a word", () => spoilt(2, 3, "gratuit"), /^D3 .*pas un montant/],
  ["three decimals", () => spoilt(2, 3, 2.085), /^D3 .*deux après la virgule/],
  ["an absurd price", () => spoilt(2, 3, 20_800), /^D3 .*trop/],
  ["two kinds in one row", () => spoilt(2, 2, 1), /^D3 .*mélange/],
  ["no first bracket", () => spoilt(2, 3, null), /^E3 la première tranche/],
  ["a rate above 100 %", () => spoilt(mealRow(), 6, 101), /^G7 .*100/],
  ["no maximum", () => spoilt(mealRow(), 8, null), /^G7 .*ensemble/],
  ["floor above ceiling", () => spoilt(mealRow(), 7, 3), /^G7 le minimum/],
])("a problem names its cell: %s", (_what, problems, expected) => {
  expect(problems()[0]).toMatch(expected);
});

test("a unit twice, an empty sheet, a sheet without categories", () => {
  const twice = [...filled(), filled()[2] ?? []];
  expect(readSheet(twice, context).problems[0]?.message).toContain("déjà une ligne");
  expect(readSheet([], context).problems).toHaveLength(1);
  expect(readSheet(filled().slice(0, 2), context).problems).toHaveLength(1);
});

test("cells are named as a spreadsheet does", () => {
  expect([cellRef(0, 0), cellRef(6, 25), cellRef(6, 26), cellRef(9, 702)]).toEqual([
    "A1",
    "Z7",
    "AA7",
    "AAA10",
  ]);
});
