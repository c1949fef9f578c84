import { readTypedQuotient, typedQuotient } from "@/lib/domain/tariff/typed-quotient";

const typed = {
  from: "2027-01-01",
  quotient: "1 234,56",
  parts: "2,5",
  children: "2",
  residence: "commune",
  source: "  Avis d’imposition\u00a02026 ",
  income: "30\u202f420,50",
  benefits: "",
};

test("what French people type is read in hundredths and cents, and written back the same", () => {
  const read = readTypedQuotient(typed);
  expect(read).toEqual({
    ok: true,
    value: {
      from: "2027-01-01",
      quotientFamilial: 123_456,
      parts: 250,
      dependentChildren: 2,
      residence: "inTown",
      source: "Avis d’imposition 2026",
      annualIncome: 3_042_050,
      monthlyBenefits: null,
    },
  });
  expect(read.ok && readTypedQuotient(typedQuotient(read.value))).toEqual(read);
});

test("a quotient that nobody knows is left empty", () => {
  expect(readTypedQuotient({ ...typed, quotient: "" })).toMatchObject({
    value: { quotientFamilial: null },
  });
});

test.each([
  ["from", ""],
  ["from", "1999-01-01"],
  ["from", "2126-01-01"],
  ["from", "2027-02-30"],
  ["quotient", "-3"],
  ["quotient", "douze"],
  ["quotient", "12,345"],
  ["quotient", "100000,01"],
  ["parts", "0,5"],
  ["parts", ""],
  ["parts", "21"],
  ["children", "-1"],
  ["children", "2,5"],
  ["children", "21"],
  ["residence", "ailleurs"],
  ["source", "  "],
  ["source", "x".repeat(121)],
  ["income", "beaucoup"],
  ["income", "30 420 000"],
  ["benefits", "99999999999999999999"],
  ["benefits", "-5"],
] as const)("%s « %s » is told, and nothing else", (field, text) => {
  const read = readTypedQuotient({ ...typed, [field]: text });
  expect(read.ok ? [] : Object.keys(read.errors)).toEqual([field]);
});
