import { readTypedGrid, typedGridOf, type TypedGrid } from "@/lib/domain/tariff/typed-grid";
import {
  emptyReduction,
  readTypedReductions,
  typedReductionOf,
} from "@/lib/domain/tariff/typed-reduction";
import { conditionInWords, reductionInWords } from "@/lib/domain/tariff/reduction-words";
import { aReduction, brackets, effort, fixed } from "@/tests/support/tariffs";
import { cents } from "@/lib/domain/money";

const label = (id: number) => `Unité ${id}`;
const form = (): TypedGrid =>
  typedGridOf([
    { unitId: 1, rule: brackets([0, 208], [40_000, 260]) },
    { unitId: 2, rule: effort(1500, 88, 200) },
    { unitId: 3, rule: fixed(123_450) },
    { unitId: 4, rule: null },
  ]);
const problemsOf = (typed: TypedGrid) =>
  readTypedGrid(typed, label).problems.map(({ field }) => field);

test("what a form shows reads back as it was", () => {
  expect(form().cells[0]?.amounts).toEqual([{ text: "2,08" }, { text: "2,60" }]);
  expect(form().cells[2]?.amount).toBe("1234,50");
  expect(readTypedGrid(form(), label)).toEqual({
    problems: [],
    cells: [
      { unitId: 1, rule: brackets([0, 208], [40_000, 260]) },
      { unitId: 2, rule: effort(1500, 88, 200) },
      { unitId: 3, rule: fixed(123_450) },
      { unitId: 4, rule: null },
    ],
  });
});

test("units whose brackets differ get the bounds of all of them, at the same prices", () => {
  const typed = typedGridOf([
    { unitId: 1, rule: brackets([0, 100], [30_000, 200]) },
    { unitId: 2, rule: brackets([0, 100], [50_000, 200]) },
  ]);
  expect(readTypedGrid(typed, label).cells).toEqual([
    { unitId: 1, rule: brackets([0, 100], [30_000, 200], [50_000, 200]) },
    { unitId: 2, rule: brackets([0, 100], [30_000, 100], [50_000, 200]) },
  ]);
});

test.each<[string, (typed: TypedGrid) => void, string, RegExp]>([
  ["empty", (t) => set(t, 0, 1, ""), "cells.0.amounts.1.text", /écrivez un montant/],
  ["negative", (t) => set(t, 0, 1, "-2"), "cells.0.amounts.1.text", /négatif/],
  ["no number", (t) => set(t, 0, 0, "deux"), "cells.0.amounts.0.text", /pas un montant/],
  ["three decimals", (t) => set(t, 0, 0, "2,085"), "cells.0.amounts.0.text", /pas un montant/],
  ["too much", (t) => set(t, 0, 0, "20800"), "cells.0.amounts.0.text", /trop/],
  ["no bound", (t) => void (t.bounds[1] = { text: "x" }), "bounds.1.text", /pas un montant/],
  ["a bound not above", (t) => void (t.bounds[1] = { text: "0" }), "bounds.1.text", /dépasser/],
  ["a rate above 100 %", (t) => change(t, 1, { rate: "100,1" }), "cells.1.rate", /100/],
  ["a rate of nothing", (t) => change(t, 1, { rate: "0" }), "cells.1.rate", /nul/],
  ["no rate", (t) => change(t, 1, { rate: "a" }), "cells.1.rate", /pas un taux/],
  ["floor above ceiling", (t) => change(t, 1, { floor: "3" }), "cells.1.floor", /dépasse/],
])("bad input is said at its field: %s", (_what, spoil, field, sentence) => {
  const typed = form();
  spoil(typed);
  expect(problemsOf(typed)).toEqual([field]);
  expect(readTypedGrid(typed, label).problems[0]?.message).toMatch(sentence);
});

test("bounds that no unit uses are not asked for", () => {
  const typed = typedGridOf([{ unitId: 3, rule: fixed(100) }]);
  typed.bounds = [{ text: "0" }, { text: "nonsense" }];
  expect(problemsOf(typed)).toEqual([]);
});

function set(typed: TypedGrid, cell: number, bracket: number, text: string): void {
  const found = typed.cells[cell]?.amounts[bracket];
  if (found) found.text = text;
}

function change(typed: TypedGrid, cell: number, its: Partial<TypedGrid["cells"][number]>): void {
  Object.assign(typed.cells[cell] ?? {}, its);
}

describe("reductions", () => {
  const reductions = [
    aReduction(),
    aReduction({ when: { kind: "rank", atLeast: 3 }, unitIds: [1], categoryIds: [2] }),
    aReduction({
      when: { kind: "residence", is: "inTown" },
      off: { kind: "amount", amount: cents(10) },
    }),
  ];

  test("what a form shows reads back as it was, in its order", () => {
    expect(readTypedReductions(reductions.map(typedReductionOf))).toEqual({
      problems: [],
      reductions,
    });
  });

  test.each([
    ["label", { label: " " }],
    ["atLeast", { atLeast: "0" }],
    ["atLeast", { atLeast: "trois" }],
    ["off", { off: "" }],
    ["off", { off: "120" }],
    ["off", { offKind: "amount" as const, off: "0" }],
    ["off", { offKind: "amount" as const, off: "-1" }],
  ])("bad input is said at its field: %s", (field, its) => {
    const typed = { ...emptyReduction, label: "Fratrie", off: "10", ...its };
    expect(readTypedReductions([typed]).problems.map((p) => p.field)).toEqual([
      `reductions.0.${field}`,
    ]);
  });

  test("are said in words", () => {
    const names = { unit: (id: number) => `prestation ${id}`, category: () => "Enfant" };
    expect(reductions.map((r) => conditionInWords(r).replaceAll("\u00a0", " "))).toEqual([
      "à partir de 3 enfants à charge",
      "à partir du 3e enfant de la famille",
      "pour les familles « Commune »",
    ]);
    const said = reductions.map((r) => reductionInWords(r, names).replaceAll("\u00a0", " "));
    expect(said[0]).toBe(
      "−10 % à partir de 3 enfants à charge. Prestations : toutes les prestations. Catégories : toutes les catégories.",
    );
    expect(said[1]).toContain("Prestations : prestation 1. Catégories : « Enfant ».");
  });
});
