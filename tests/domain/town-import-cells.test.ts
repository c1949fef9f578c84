import { readPhone } from "@/lib/phone";
import { day } from "@/lib/domain/day";
import {
  readFrenchDay,
  typedCivility,
  typedNumber,
  typedPhone,
  typedPostcode,
  typedWhere,
} from "@/lib/domain/town-import/cells";
import {
  columnProblems,
  headerSignature,
  recognizeColumns,
} from "@/lib/domain/town-import/columns";
import { headerOf, importFields, neededFields } from "@/lib/domain/town-import/fields";
import { likeness, plainChild } from "@/lib/domain/town-import/match-child";
import { csvText } from "@/lib/spreadsheet/csv-text";

test.each([
  ["31/12/2019", "2019-12-31"],
  ["1/2/2019", "2019-02-01"],
  ["31-12-19", "2019-12-31"],
  ["31.12.2019 00:00:00", "2019-12-31"],
  ["2019-12-31", "2019-12-31"],
  ["2019-12-31T00:00:00.000Z", "2019-12-31"],
  ["43830", "2019-12-31"],
  ["43830.5", "2019-12-31"],
  ["36526", "2000-01-01"],
  ["20000", "1954-10-03"],
  ["30/02/2019", null],
  ["12/31/2019", null],
  ["2019", null],
  ["31/12", null],
  ["mars 2019", null],
  ["", null],
])("%s is the day %s", (text, its) => expect(readFrenchDay(text)).toBe(its));

test.each([
  ["06 39 98 10 01", "06 39 98 10 01"],
  ["639981001", "06 39 98 10 01"],
  ["0033639981001", "06 39 98 10 01"],
  ["+33 (0)6 39 98 10 01", "06 39 98 10 01"],
  ["06.39.98.10.01 (maman)", "06 39 98 10 01"],
  ["maman : 06 39 98 10 01", "06 39 98 10 01"],
  ["0692123456", "06 92 12 34 56"],
  ["12345", null],
  ["06 39 98 10", null],
])("%s is the phone %s", (text, its) => expect(readPhone(typedPhone(text))).toBe(its));

test("words of other software are those of the forms", () => {
  expect(["1000", "91000", "2A004"].map(typedPostcode)).toEqual(["01000", "91000", "2A004"]);
  expect(["Mme", "M.", "MONSIEUR", "Féminin", "Dr"].map(typedCivility)).toEqual([
    "madame",
    "monsieur",
    "monsieur",
    "madame",
    "",
  ]);
  expect(["640.5", "640,50", "640.50 €", "12"].map(typedNumber)).toEqual([
    "640,5",
    "640,50",
    "640,50",
    "12",
  ]);
  expect(["Oui", "0", "peut-être"].map(typedWhere)).toEqual(["commune", "hors-commune", ""]);
});

test("the template knows its own columns, however they are written", () => {
  const headers = importFields.map(headerOf);
  expect(recognizeColumns(headers.map((one) => one.toUpperCase().replace(" - ", ": ")))).toEqual(
    importFields,
  );
  expect(columnProblems(importFields)).toEqual([]);
  expect(columnProblems(["familyKey", "familyKey"])).toHaveLength(neededFields.length);
  expect(headerSignature(["Élève", "Né(e) le"])).toBe(headerSignature(["ELEVE", "né e  le"]));
});

const lea = {
  firstName: "Léa",
  lastName: "Martin",
  birthDate: day("2019-03-14"),
  school: null,
  schoolClass: null,
};

test.each([
  ["the same in capitals", { firstName: "LEA ROSE", lastName: "MARTIN" }, false, 7],
  ["her twin, of the same guardians", { firstName: "Léo" }, true, 8],
  [
    "her sister, of the same guardians",
    { firstName: "Zoé", birthDate: day("2021-01-01") },
    true,
    2,
  ],
  ["another date, the same guardians", { birthDate: day("2019-04-13") }, true, 7],
  ["another date", { birthDate: day("2019-04-13") }, false, 4],
  ["another name", { lastName: "Durand" }, false, 5],
  ["nobody", { firstName: "Mila", lastName: "Durand", birthDate: day("2018-01-01") }, true, 0],
])("%s", (_who, its, shares, score) =>
  expect(likeness(plainChild({ ...lea, ...its }), plainChild(lea), shares)).toBe(score),
);

test("nothing of a CSV is a formula", () => {
  expect(csvText([["=1+1", "+33 6", "-5,2", "@a", 'dit "oui"', "a;b"]])).toBe(
    `\uFEFF'=1+1;'+33 6;-5,2;'@a;"dit ""oui""";"a;b"\r\n`,
  );
});
