import { plainText } from "@/lib/domain/person";
import type { ImportCell } from "./cells";
import { importFields, type ImportField } from "./fields";

/** A table of a file: its headers, and its filled rows with their numbers. */
export interface FileTable {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly ImportCell[] }[];
}

type Row = FileTable["rows"][number];

/** Columns by which an export of ONDE (Éducation nationale) is known, plainly written. */
const pupilHeaders = ["nom eleve", "prenom eleve", "date naissance"];
const guardianHeaders = ["nom responsable", "prenom responsable", "prenom enfant"];

const has = (headers: readonly string[], wanted: readonly string[]) =>
  wanted.every((one) => headers.some((header) => plainText(header) === one));

/** Whether it is ONDE's list of pupils, which does not say who their guardians are. */
export function isOndePupils({ headers }: Pick<FileTable, "headers">): boolean {
  return has(headers, pupilHeaders);
}

/** Whether it is ONDE's list of guardians: a row each, then four columns for each child. */
export function isOndeGuardians({ headers }: Pick<FileTable, "headers">): boolean {
  return has(headers, guardianHeaders);
}

type Reader = (row: Row, header: string) => string;

/** Reads a cell by its header. The first of that name: repeated ones are read by their place. */
function readerOf({ headers }: FileTable): Reader {
  const places = new Map<string, number>();
  headers.forEach((header, i) => {
    const plain = plainText(header);
    if (!places.has(plain)) places.set(plain, i);
  });
  return (row, header) => textAt(row, places.get(header));
}

function textAt({ cells }: Row, place: number | undefined): string {
  const cell = place === undefined ? "" : (cells[place] ?? "");
  return typeof cell === "string" ? cell.trim() : "";
}

interface OndeGuardian {
  readonly civility: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly email: string;
  readonly phones: readonly string[];
}

/** By a child's names, who its guardians are, with its class as they have it. */
type GuardiansByChild = ReadonlyMap<
  string,
  readonly { readonly guardian: OndeGuardian; readonly schoolClass: string }[]
>;

const nameKey = (lastName: string, firstName: string) =>
  `${plainText(lastName)}|${plainText(firstName)}`;

function guardiansByChild(table: FileTable): GuardiansByChild {
  const read = readerOf(table);
  const starts = table.headers.flatMap((header, i) =>
    plainText(header) === "nom d usage enfant" ? [i] : [],
  );
  const found = new Map<string, { guardian: OndeGuardian; schoolClass: string }[]>();
  for (const row of table.rows) {
    const guardian = guardianOf(row, read);
    for (const start of starts) {
      const [used = "", born = "", firstName = "", schoolClass = ""] = [0, 1, 2, 3].map((offset) =>
        textAt(row, start + offset),
      );
      if (firstName === "") continue;
      for (const key of new Set([used, born].map((name) => nameKey(name, firstName))))
        found.set(key, [...(found.get(key) ?? []), { guardian, schoolClass }]);
    }
  }
  return found;
}

function guardianOf(row: Row, read: Reader): OndeGuardian {
  const phones = ["telephone portable", "telephone domicile", "telephone travail"].map((header) =>
    read(row, header),
  );
  return {
    civility: read(row, "civilite responsable"),
    lastName: read(row, "nom usage responsable") || read(row, "nom responsable"),
    firstName: read(row, "prenom responsable"),
    street: read(row, "adresse responsable"),
    postcode: read(row, "cp responsable"),
    city: read(row, "commune responsable"),
    email: read(row, "courriel"),
    phones: [...new Set(phones.filter((phone) => phone !== ""))].slice(0, 2),
  };
}

type Line = Partial<Record<ImportField, ImportCell>>;

/**
 * Both lists of ONDE as rows of the template: a pupil with its guardians, joined by its names, and by its class
 * where two have the same. A pupil without guardians, with more than two, or with two addresses is told so: it
 * cannot be one home. Pupils of the same guardians are a family, numbered by the line of the first.
 */
export function joinOnde(pupils: FileTable, guardians: FileTable): FileTable["rows"] {
  const read = readerOf(pupils);
  const byChild = guardiansByChild(guardians);
  const keyOf = (row: Row) => nameKey(read(row, "nom eleve"), read(row, "prenom eleve"));
  const namesakes = new Map<string, number>();
  for (const row of pupils.rows) namesakes.set(keyOf(row), (namesakes.get(keyOf(row)) ?? 0) + 1);
  const families = new Map<string, string>();
  return pupils.rows.map((row) => {
    const label = read(row, "libelle classe");
    const used = nameKey(read(row, "nom d usage eleve"), read(row, "prenom eleve"));
    const all = byChild.get(keyOf(row)) ?? byChild.get(used) ?? [];
    const isAlone = (namesakes.get(keyOf(row)) ?? 0) < 2;
    const its = all
      .filter(({ schoolClass }) => isAlone || plainText(schoolClass) === plainText(label))
      .map(({ guardian }) => guardian);
    const home = its.map(({ lastName, firstName, email }) => `${lastName}|${firstName}|${email}`);
    const family = [...home].sort().join("\n");
    if (!families.has(family)) families.set(family, `L${row.line}`);
    const line: Line = {
      familyKey: problemOf(its) ?? families.get(family) ?? "",
      ...guardianCells(its),
      childLastName: read(row, "nom d usage eleve") || read(row, "nom eleve"),
      childFirstName: read(row, "prenom eleve"),
      birthDate: read(row, "date naissance"),
      schoolClass: read(row, "niveau") || label,
    };
    return { line: row.line, cells: importFields.map((field) => line[field] ?? "") };
  });
}

function problemOf(guardians: readonly OndeGuardian[]): ImportCell | null {
  const homes = new Set(
    guardians
      .filter(({ street }) => street !== "")
      .map(({ street, postcode }) => plainText(`${street} ${postcode}`)),
  );
  if (guardians.length === 0)
    return { problem: "Aucun responsable de cet élève n’est dans le fichier des responsables." };
  if (guardians.length > 2)
    return {
      problem: "Cet élève a plus de deux responsables\u00a0: ouvrez son dossier à la main.",
    };
  return homes.size > 1
    ? {
        problem:
          "Les responsables de cet élève ont deux adresses\u00a0: ouvrez ses deux foyers à la main.",
      }
    : null;
}

function guardianCells([first, second]: readonly OndeGuardian[]): Line {
  return {
    ...(first && cellsOf("g1", first)),
    ...(second && cellsOf("g2", second)),
  };
}

function cellsOf(n: "g1" | "g2", its: OndeGuardian): Line {
  const [phone = "", otherPhone = ""] = its.phones;
  return {
    [`${n}Civility`]: its.civility,
    [`${n}LastName`]: its.lastName,
    [`${n}FirstName`]: its.firstName,
    [`${n}Email`]: its.email,
    [`${n}Phone`]: phone,
    [`${n}OtherPhone`]: otherPhone,
    [`${n}Street`]: its.street,
    [`${n}Postcode`]: its.postcode,
    [`${n}City`]: its.city,
  };
}
