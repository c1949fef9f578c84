import "server-only";
import writeWorkbook, { type Row } from "write-excel-file/node";
import {
  HEADER_ROWS,
  LABEL_COLUMNS,
  SHEET_NAME,
  type SheetCell,
  type TariffSheet,
} from "@/lib/domain/tariff/sheet";

/** The tariff's sheet and its instructions, as an .xlsx file. */
export async function tariffFile(name: string, sheet: TariffSheet): Promise<Buffer> {
  const columns = sheet.categories.flatMap((category) => category.columns);
  return writeWorkbook([
    {
      sheet: SHEET_NAME,
      data: [...headerRows(name, sheet), ...sheet.rows.map((row) => row.map(excelCell))],
      columns: [{ width: 30 }, { width: 28 }, ...columns.map(() => ({ width: 15 }))],
      stickyRowsCount: HEADER_ROWS,
      stickyColumnsCount: LABEL_COLUMNS,
      orientation: "landscape",
    },
    {
      sheet: "Mode d’emploi",
      data: instructions(name).map((line, i): Row => [
        { value: line, wrap: true, ...(i === 0 ? { fontWeight: "bold" as const } : {}) },
      ]),
      columns: [{ width: 100 }],
    },
  ]).toBuffer();
}

const head = {
  fontWeight: "bold",
  wrap: true,
  alignVertical: "center",
  backgroundColor: "#ece4d8",
} as const;

function headerRows(name: string, { categories }: TariffSheet): Row[] {
  const first: Row = [{ ...head, value: name }, { ...head }];
  const second: Row = [
    { ...head, value: "Activité" },
    { ...head, value: "Prestation" },
  ];
  for (const { label, columns } of categories) {
    columns.forEach((column, i) => {
      // The name spans its columns: those that it covers must be null.
      first.push(
        i === 0 ? { ...head, value: label, columnSpan: columns.length, align: "center" } : null,
      );
      second.push({ ...head, value: column });
    });
  }
  return [first, second];
}

function excelCell(cell: SheetCell): Row[number] {
  if (cell === null) return null;
  if ("text" in cell) return { value: cell.text };
  return "amount" in cell
    ? { value: cell.amount / 100, type: Number, format: "0.00" }
    : { value: cell.rate / 10_000, type: Number, format: "0.00##" };
}

function instructions(name: string): string[] {
  return [
    `${name}\u00a0: comment remplir la feuille «\u00a0${SHEET_NAME}\u00a0»`,
    "Une ligne par prestation, et pour chaque catégorie ses colonnes. Les prix sont en euros, le quotient familial (QF) aussi.",
    "Prix fixe\u00a0: remplissez la colonne «\u00a0Prix fixe (€)\u00a0» et laissez les autres colonnes de la catégorie vides.",
    "Tranches de quotient\u00a0: remplissez les colonnes «\u00a0QF à partir de … (€)\u00a0». Une tranche va jusqu’à la suivante\u00a0; la première commence à 0. Une colonne vide n’est pas une tranche de cette prestation.",
    "Taux d’effort\u00a0: remplissez «\u00a0Taux d’effort (%)\u00a0», «\u00a0Minimum (€)\u00a0» et «\u00a0Maximum (€)\u00a0» ensemble. Écrivez 0,15 pour 0,15\u00a0%.",
    "Nouvelle tranche\u00a0: insérez une colonne dans la catégorie et donnez-lui l’en-tête «\u00a0QF à partir de 500,00 (€)\u00a0» avec votre montant. Les colonnes de taux d’effort s’ajoutent de même.",
    "Une prestation sans aucun prix dans une catégorie perd son prix. Une ligne ou une catégorie que vous supprimez de la feuille n’est pas modifiée dans le portail.",
    "Ne changez pas les noms des activités, des prestations et des catégories\u00a0: le portail les reconnaît par leur nom. Les réductions et le nom du tarif se règlent dans le portail.",
    "Enregistrez au format .xlsx, puis importez le fichier dans le brouillon\u00a0: le portail montre d’abord ce qui changerait, et rien n’est appliqué avant votre accord.",
  ];
}
