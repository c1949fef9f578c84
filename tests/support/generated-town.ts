import { importFields } from "@/lib/domain/town-import/fields";
import { aRow, csvOf, type FileRow } from "./town-import";

/** The faults that a hundredth of the lines has each, and what the report says of them. */
const faults: readonly FileRow[] = [{ birthDate: "14/03/2091" }, { g1Phone: "12 34" }];

/** The file of a town of so many children, two in a family; two lines in a hundred are wrong. */
export function aGeneratedTown(children: number): { file: string; wrong: readonly number[] } {
  const wrong: number[] = [];
  const rows = Array.from({ length: children }, (_, i) => {
    const family = Math.floor(i / 2);
    const fault = faults[i % 100];
    if (fault) wrong.push(i + 2);
    // In twos, families change, but not within one: its lines agree.
    return aRow({
      familyKey: `F${family}`,
      g1LastName: `Nom${family}`,
      g1Email: `famille${family}@exemple.fr`,
      g1Phone: `06 39 ${pairs(family)}`,
      g2LastName: `Autre${family}`,
      g2FirstName: "Hugo",
      g2Email: `autre${family}@exemple.fr`,
      childLastName: `Nom${family}`,
      childFirstName: i % 2 === 0 ? "Léa" : "Noé",
      birthDate: `${String((i % 28) + 1).padStart(2, "0")}/0${(i % 9) + 1}/${2014 + (i % 9)}`,
      group: "RESTO_A",
      ...fault,
    });
  });
  return { file: csvOf(rows, importFields), wrong };
}

const pairs = (n: number) =>
  String(n)
    .padStart(6, "0")
    .replace(/(\d\d)(?=\d)/g, "$1 ");
