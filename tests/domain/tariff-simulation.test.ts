import { day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import {
  compareSimulations,
  simulate,
  type SimulatedActivity,
  type SimulatedTown,
} from "@/lib/domain/tariff/simulation";
import {
  queryParams,
  simulationAnswer,
  simulationChoice,
  simulationHeader,
  simulationQuery,
} from "@/lib/domain/tariff/simulation-query";
import type { TariffVersion } from "@/lib/domain/tariff/version";
import { unitId } from "@/tests/support/booking";
import { plain } from "@/tests/support/manual-tariffs";
import {
  aPayer,
  aVersion,
  brackets,
  categoryId,
  fixed,
  ownUnitId,
  tariffsWith,
} from "@/tests/support/tariffs";

const forAll = (unit: number, rule: TariffVersion["rules"][number]["rule"]) =>
  Object.values(categoryId).map((category) => ({ unitId: unit, categoryId: category, rule }));

const rules = [
  ...forAll(unitId.accSoir, fixed(141)),
  ...forAll(ownUnitId.accSoirLate, fixed(169)),
  ...forAll(unitId.repas, brackets([0, 208], [40_000, 260])),
  ...forAll(ownUnitId.panier, fixed(104)),
  ...forAll(ownUnitId.canteenFee, fixed(500)),
];
const past = aVersion({ id: 1, name: "Tarifs 2024", to: "2025-01-01", rules });
const raised = rules.map((rule) =>
  rule.unitId === unitId.accSoir ? { ...rule, rule: fixed(150) } : rule,
);
const present = aVersion({ id: 2, name: "Tarifs 2025", from: "2025-01-01", rules: raised });

const town: SimulatedTown = {
  ...tariffsWith(past, present),
  departments: [
    { id: 7, name: "Service éducation" },
    { id: 8, name: "Service jeunesse" },
  ],
  activities: [
    { id: 3, label: "Restauration", departmentId: 7 },
    { id: 2, label: "Études", departmentId: 7 },
    { id: 1, label: "Accueil", departmentId: 7 },
    { id: 4, label: "Mercredis", departmentId: 8 },
    { id: 5, label: "Sans unité", departmentId: 7 },
  ],
};

const simulated = (version: TariffVersion, payer: Parameters<typeof aPayer>[0] = {}) =>
  simulate(town, { version, departmentId: 7 }, aPayer(payer));

/** `activity / unit = cents`, with the refusal where there is no price. */
const rowsOf = (activities: readonly SimulatedActivity[]) =>
  activities.flatMap(({ label, units }) =>
    units.map(({ label: unit, priced }) => {
      const figure = priced.ok ? priced.value.amount : priced.refusal;
      return `${label} / ${unit} = ${figure}`;
    }),
  );

test("every unit of the department is a row, in the order of a French dictionary", () => {
  expect(rowsOf(simulated(past))).toEqual([
    "Accueil / Accueil du matin = no-rule",
    "Accueil / Accueil du soir = 141",
    "Accueil / Accueil du soir hors délais = 169",
    "Études / Études = no-rule",
    "Restauration / Frais de dossier = 500",
    "Restauration / Panier-repas = 104",
    "Restauration / Repas = 260",
  ]);
});

test("a PAI child sees what it pays when it comes: the PAI unit’s price, and why", () => {
  const [, , canteen] = simulated(past, { categoryId: categoryId.pai });
  const meal = canteen?.units.find(({ label }) => label === "Repas");
  expect(meal).toMatchObject({ unitId: unitId.repas, priced: { value: { amount: 104 } } });
  expect(plain(meal?.remark ?? "")).toBe("Au prix de « Panier-repas »");
});

test("a row says when its price is due", () => {
  const remarks = simulated(past).flatMap(({ units }) =>
    units.flatMap(({ label, remark }) => (remark === null ? [] : [`${label}: ${plain(remark)}`])),
  );
  expect(remarks).toEqual([
    "Accueil du soir hors délais: Au lieu de « Accueil du soir », après le délai",
    "Frais de dossier: Une seule fois par inscription",
    "Panier-repas: Au lieu de « Accueil du soir », pour un élève avec un PAI",
  ]);
});

test("two results stand side by side; where one is no price there is no difference", () => {
  const compared = compareSimulations(
    simulated(past, { quotientFamilial: 17 }),
    simulated(present, { quotientFamilial: 40_000 }),
  );
  expect(
    compared.flatMap(({ units }) => units.map(({ label, difference }) => [label, difference])),
  ).toEqual([
    ["Accueil du matin", null],
    ["Accueil du soir", 9],
    ["Accueil du soir hors délais", 0],
    ["Études", null],
    ["Frais de dossier", 0],
    ["Panier-repas", 0],
    ["Repas", 52],
  ]);
  expect(compareSimulations(simulated(past), [])[2]?.units[2]).toMatchObject({
    before: { ok: true, value: { amount: cents(260) } },
    after: { ok: false, refusal: "unknown-unit" },
    difference: null,
  });
});

const query = (params: Record<string, string> = {}) => simulationQuery(params);
const today = day("2025-06-01");

test("the first department and the version in force are chosen until somebody chooses", () => {
  expect(simulationChoice(town, query(), today)).toMatchObject({
    department: { id: 7 },
    version: { id: 2 },
  });
  expect(simulationChoice(town, query({ service: "8", version: "1" }), today)).toMatchObject({
    department: { id: 8 },
    version: { id: 1 },
  });
  // Before the first version there is none in force: the latest published is shown.
  expect(simulationChoice(town, query(), day("1999-01-01"))).toMatchObject({ version: { id: 2 } });
});

test.each([{ service: "9" }, { version: "3" }, { version: "01" }, { version: "abc" }])(
  "a wrong id is not found: %o",
  (params) => {
    expect(simulationChoice(town, query(params), today)).toBeNull();
  },
);

const good = { categorie: "1", quotient: "0,17", enfants: "2", parts: "1", residence: "commune" };
const choice = { department: { id: 7, name: "Service éducation" }, version: past };

test("the header line says what the result was worked out from", () => {
  const answer = simulationAnswer(town, choice, query(good));
  if (!answer?.ok) throw new Error("a result");
  expect(simulationHeader(answer.value)).toEqual([
    ["Service concerné", "Service éducation"],
    ["Date de calcul", "Tarifs 2024"],
    ["Tarification", "Commune"],
    ["Quotient familial", "0,17"],
    ["Catégorie de la personne", "Enfant"],
    ["Nombre d’enfants à charge", "2"],
    ["Nombre de parts", "1"],
  ]);
  const other = simulationAnswer(
    town,
    choice,
    query({ ...good, quotient: "", parts: "", rang: "3" }),
  );
  if (!other?.ok) throw new Error("a result");
  expect(simulationHeader(other.value).slice(3)).toEqual([
    ["Quotient familial", "non connu"],
    ["Catégorie de la personne", "Enfant"],
    ["Nombre d’enfants à charge", "2"],
    ["Rang de l’enfant", "3"],
  ]);
});

test("what is compared comes with the address; what is wrong with it is said", () => {
  const ask = (params: Record<string, string>) => {
    const answer = simulationAnswer(town, choice, query({ ...good, ...params }));
    return answer?.ok ? answer.value.comparison : answer;
  };
  expect(ask({})).toBeNull();
  expect(ask({ "avec-version": "2" })).toMatchObject({
    error: null,
    with: { version: { id: 2 }, quotientFamilial: 17 },
  });
  expect(ask({ "avec-quotient": "650" })).toMatchObject({
    with: { version: { id: 1 }, quotientFamilial: 65_000 },
  });
  expect(ask({ "avec-quotient": "-1" })).toMatchObject({ error: expect.stringMatching(/négatif/) });
  expect(simulationAnswer(town, choice, query({ ...good, "avec-version": "12" }))).toBeNull();
  expect(simulationAnswer(town, choice, query({ ...good, categorie: "99" }))).toBeNull();
});

test("an address is read as it was typed, and written again without what is empty", () => {
  const read = simulationQuery({ quotient: " 0,17 ", rang: ["2", "3"], autre: "x" });
  expect(queryParams(read)).toEqual({ quotient: "0,17", rang: "2" });
  expect(queryParams(read, ["rang"])).toEqual({ quotient: "0,17" });
});
