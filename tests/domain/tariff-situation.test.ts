import { day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { quotientDetail, type DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import { simulatedAt, simulationTitle } from "@/lib/domain/tariff/simulation-title";
import { moment } from "@/lib/domain/day";
import {
  contradictionOf,
  readSituation,
  triedFields,
  typedResidence,
  typedSituation,
  type TypedSituation,
} from "@/lib/domain/tariff/situation";
import { plain } from "@/tests/support/manual-tariffs";

const good: TypedSituation = {
  categorie: "1",
  quotient: "0,17",
  enfants: "2",
  parts: "1",
  rang: "1",
  residence: "commune",
};

function read(typed: Partial<TypedSituation>) {
  return readSituation({ ...good, ...typed });
}

test("what was typed is a situation", () => {
  expect(read({})).toEqual({
    ok: true,
    value: {
      categoryId: 1,
      quotientFamilial: 17,
      dependentChildren: 2,
      parts: 100,
      rank: 1,
      residence: "inTown",
    },
  });
});

test.each<[keyof TypedSituation, string, string, unknown]>([
  ["quotient", "", "quotientFamilial", null],
  ["quotient", "0", "quotientFamilial", 0],
  ["quotient", "1 234,5", "quotientFamilial", 123_450],
  ["quotient", "640.50", "quotientFamilial", 64_050],
  ["quotient", "100000", "quotientFamilial", 10_000_000],
  ["enfants", "0", "dependentChildren", 0],
  ["enfants", "20", "dependentChildren", 20],
  ["parts", "", "parts", null],
  ["parts", "2,5", "parts", 250],
  ["parts", "20", "parts", 2_000],
  ["rang", "", "rank", 1],
  ["rang", "20", "rank", 20],
  ["residence", "hors-commune", "residence", "outOfTown"],
])("%s « %s » is %s = %p", (field, typed, name, value) => {
  expect(read({ [field]: typed })).toMatchObject({ ok: true, value: { [name]: value } });
});

test.each<[keyof TypedSituation, string, RegExp]>([
  ["quotient", "-0,01", /négatif/],
  ["quotient", "−5", /négatif/],
  ["quotient", "abc", /en chiffres/],
  ["quotient", "6,405", /en chiffres/],
  ["quotient", "100000,01", /dépasse 100/],
  ["enfants", "", /de 0 à 20/],
  ["enfants", "21", /de 0 à 20/],
  ["enfants", "2,5", /de 0 à 20/],
  ["enfants", "-1", /de 0 à 20/],
  ["parts", "0,99", /de 1 à 20/],
  ["parts", "20,01", /de 1 à 20/],
  ["rang", "0", /de 1/],
  ["rang", "21", /de 1/],
  ["residence", "", /habitez/],
  ["residence", "ailleurs", /habitez/],
  ["categorie", "", /catégorie/],
  ["categorie", "0", /catégorie/],
  ["categorie", "1 OR 1", /catégorie/],
])("%s « %s » is refused with a sentence", (field, typed, sentence) => {
  const answer = read({ [field]: typed });
  expect(answer).toEqual({ ok: false, errors: { [field]: expect.stringMatching(sentence) } });
});

test("all that is wrong is said at once", () => {
  const answer = read({ quotient: "x", enfants: "", categorie: "" });
  expect(answer.ok ? [] : Object.keys(answer.errors)).toEqual(["categorie", "quotient", "enfants"]);
});

test.each([
  ["inTown", "outOfTown", /qui habitent la commune/],
  ["outOfTown", "inTown", /qui habitent une autre commune/],
  ["inTown", "inTown", null],
  [null, "outOfTown", null],
] as const)("a category for %p, asked by who lives %s", (residence, lives, told) => {
  const category = { id: 1, label: "Enfant", explanation: null, pai: false, residence };
  const asked = read({ residence: typedResidence[lives] });
  if (!asked.ok) throw new Error("A good situation");
  const found = contradictionOf(category, asked.value);
  if (told) expect(found?.residence).toMatch(told);
  else expect(found).toBeNull();
});

test("what a file says is typed into the fields, and read back", () => {
  const file = {
    categoryId: 3,
    quotientFamilial: 123_456,
    dependentChildren: 3,
    parts: 350,
    rank: 2,
    residence: "outOfTown" as const,
  };
  expect(readSituation(typedSituation(file))).toEqual({ ok: true, value: file });
  const bare = { ...file, categoryId: null, quotientFamilial: null, parts: null, residence: null };
  expect(typedSituation(bare)).toMatchObject({ categorie: "", quotient: "", residence: "" });
  expect(triedFields({ ...good, quotient: "0.17", rang: "" }, good)).toEqual([]);
  expect(triedFields({ ...good, quotient: "640", parts: "" }, good)).toEqual(["quotient", "parts"]);
  expect(triedFields(good, { ...good, categorie: "" })).toEqual(["categorie"]);
});

const quotient: DetailedQuotient = {
  from: day("2026-01-01"),
  quotientFamilial: 100_000,
  parts: 250,
  dependentChildren: 2,
  residence: "inTown",
  source: "Avis d’imposition 2025",
  annualIncome: cents(2_760_000),
  monthlyBenefits: cents(20_000),
};

const detailOf = (its: Partial<DetailedQuotient>) =>
  quotientDetail({ ...quotient, ...its }).map(([name, value]) => plain(`${name} : ${value}`));

test("the detail of a quotient shows its arithmetic", () => {
  expect(detailOf({})).toEqual([
    "Quotient familial : 1 000,00",
    "Valable depuis le : 1er janv. 2026",
    "Source : Avis d’imposition 2025",
    "Revenus de l’année : 27 600,00 €",
    "Prestations du mois : 200,00 €",
    "Nombre de parts : 2,5",
    "Calcul : (27 600,00 € ÷ 12 + 200,00 €) ÷ 2,5 = 1 000,00",
  ]);
  expect(detailOf({ monthlyBenefits: cents(0), quotientFamilial: 92_000 })).toContain(
    "Calcul : 27 600,00 € ÷ 12 ÷ 2,5 = 920,00",
  );
});

test("no arithmetic is shown that does not give the quotient, or that nobody knows", () => {
  const sums = [{ quotientFamilial: 90_000 }, { annualIncome: null }, { quotientFamilial: null }];
  for (const its of sums) expect(detailOf(its).join()).not.toContain("Calcul");
  expect(detailOf({ quotientFamilial: null })[0]).toBe("Quotient familial : Non connu");
});

test("the title says when, and by whom where somebody is signed in", () => {
  const at = moment("2023-12-26T15:12");
  expect(plain(simulationTitle(at, "M. Toto TEST"))).toBe(
    "Résultats de la simulation des tarifs (26 décembre 2023 à 15:12 par M. Toto TEST)",
  );
  expect(plain(simulationTitle(at, null))).toBe(
    "Résultats de la simulation des tarifs (26 décembre 2023 à 15:12)",
  );
  expect(plain(simulatedAt(at))).toBe("26 décembre 2023 à 15:12");
});
