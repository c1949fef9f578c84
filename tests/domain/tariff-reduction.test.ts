import fc from "fast-check";
import { cents } from "@/lib/domain/money";
import {
  offInWords,
  parseReduction,
  reductionFault,
  takenOff,
  type Reduction,
  type ReductionFault,
  type ReductionOff,
} from "@/lib/domain/tariff/reduction";
import { FULL_RATE } from "@/lib/domain/tariff/rule";
import { anyReductions } from "@/tests/support/arbitraries/tariff";
import {
  aReduction,
  categoryId,
  explained,
  fixed,
  mealAt,
  mealPrice,
  ownUnitId,
} from "@/tests/support/tariffs";
import { unitId } from "@/tests/support/booking";

const percent = (rate: number): ReductionOff => ({ kind: "percent", rate });
const amount = (n: number): ReductionOff => ({ kind: "amount", amount: cents(n) });

describe("the fault of a reduction", () => {
  test.each<[Partial<Reduction>, ReductionFault | null]>([
    [{}, null],
    [{ label: "" }, "no-label"],
    [{ label: " " }, "no-label"],
    [{ when: { kind: "dependentChildren", atLeast: 0 } }, "not-positive"],
    [{ when: { kind: "dependentChildren", atLeast: 1 } }, null],
    [{ when: { kind: "rank", atLeast: 0 } }, "not-positive"],
    [{ when: { kind: "rank", atLeast: 1 } }, null],
    [{ when: { kind: "residence", is: "outOfTown" } }, null],
    [{ off: percent(0) }, "not-positive"],
    [{ off: percent(-1) }, "not-positive"],
    [{ off: percent(1) }, null],
    [{ off: percent(FULL_RATE) }, null],
    [{ off: percent(FULL_RATE + 1) }, "rate-above-100"],
    [{ off: amount(0) }, "not-positive"],
    [{ off: amount(-1) }, "not-positive"],
    [{ off: amount(1) }, null],
    [{ off: amount(FULL_RATE + 1) }, null],
  ])("%j: %s", (its, fault) => {
    expect(reductionFault(aReduction(its))).toBe(fault);
  });
});

describe("the stored reduction", () => {
  test("is read back whole, through JSON, without keys that are not its own", () => {
    fc.assert(
      fc.property(anyReductions, (reductions) => {
        for (const reduction of reductions) {
          const stored: unknown = JSON.parse(JSON.stringify({ ...reduction, other: 1 }));
          expect(parseReduction(stored)).toEqual(reduction);
        }
      }),
    );
  });

  test.each([[undefined], [null], ["Fratrie"], [10], [[]], [[aReduction()]], [{}]])(
    "%j is none",
    (json) => {
      expect(parseReduction(json)).toBeNull();
    },
  );

  test.each([
    [{ label: undefined }],
    [{ label: 3 }],
    [{ label: "  " }],
    [{ when: undefined }],
    [{ when: null }],
    [{ when: "rank" }],
    [{ when: [] }],
    [{ when: { kind: "quotient", atLeast: 3 } }],
    [{ when: { kind: "rank" } }],
    [{ when: { kind: "rank", atLeast: "3" } }],
    [{ when: { kind: "rank", atLeast: 2.5 } }],
    [{ when: { kind: "rank", atLeast: 0 } }],
    [{ when: { kind: "dependentChildren", atLeast: -1 } }],
    [{ when: { kind: "residence" } }],
    [{ when: { kind: "residence", is: "elsewhere" } }],
    [{ when: { kind: "residence", atLeast: 1 } }],
    [{ off: undefined }],
    [{ off: null }],
    [{ off: 10 }],
    [{ off: { kind: "free" } }],
    [{ off: { kind: "percent", amount: 10 } }],
    [{ off: { kind: "percent", rate: 0.1 } }],
    [{ off: { kind: "percent", rate: "10" } }],
    [{ off: { kind: "percent", rate: 0 } }],
    [{ off: { kind: "percent", rate: FULL_RATE + 1 } }],
    [{ off: { kind: "amount", rate: 10 } }],
    [{ off: { kind: "amount", amount: 0.5 } }],
    [{ off: { kind: "amount", amount: -50 } }],
    [{ unitIds: undefined }],
    [{ unitIds: 4 }],
    [{ unitIds: "4" }],
    [{ unitIds: null }],
    [{ unitIds: ["4"] }],
    [{ unitIds: [4, null] }],
    [{ unitIds: { 0: 4 } }],
    [{ categoryIds: undefined }],
    [{ categoryIds: [1.5] }],
    [{ categoryIds: null }],
  ])("with %j is none", (its) => {
    expect(parseReduction({ ...aReduction(), ...its })).toBeNull();
  });
});

describe("what it takes off", () => {
  test.each([
    [percent(100_000), 208, 21, "−10 %"],
    // What is left is rounded half-up: 184,5 is 185.
    [percent(100_000), 205, 20, "−10 %"],
    [percent(100_000), 204, 20, "−10 %"],
    [percent(100_000), 206, 21, "−10 %"],
    [percent(500_000), 1, 0, "−50 %"],
    [percent(500_000), 3, 1, "−50 %"],
    [percent(1), 208, 0, "−0,0001 %"],
    [percent(125_000), 800, 100, "−12,5 %"],
    [percent(999_999), 208, 208, "−99,9999 %"],
    [percent(FULL_RATE), 208, 208, "−100 %"],
    [percent(FULL_RATE), 0, 0, "−100 %"],
    [amount(50), 208, 50, "−0,50 €"],
    [amount(207), 208, 207, "−2,07 €"],
    [amount(208), 208, 208, "−2,08 €"],
    [amount(209), 208, 208, "−2,09 €"],
    [amount(50), 0, 0, "−0,50 €"],
    [amount(123_450), 208, 208, "−1 234,50 €"],
  ])("%j of %d is %d", (off, of, taken, words) => {
    expect(takenOff(aReduction({ off }), cents(of))).toBe(taken);
    expect(offInWords(off).replace(/[\u00a0\u202f]/g, " ")).toBe(words);
  });

  test("is never less than nothing, never more than all", () => {
    fc.assert(
      fc.property(anyReductions, fc.integer({ min: 0, max: 2_147_483_647 }), (reductions, of) => {
        for (const reduction of reductions) {
          const taken = takenOff(reduction, cents(of));
          expect(taken).toBeGreaterThanOrEqual(0);
          expect(taken).toBeLessThanOrEqual(of);
        }
      }),
    );
  });
});

const priced = (reductions: readonly Partial<Reduction>[], payer = {}) =>
  mealPrice(mealAt(fixed(208), { reductions: reductions.map(aReduction) }), payer);

describe("for whom it is", () => {
  const inTown = { when: { kind: "residence", is: "inTown" } } as const;
  const outOfTown = { when: { kind: "residence", is: "outOfTown" } } as const;
  const third = { when: { kind: "rank", atLeast: 3 } } as const;
  test.each([
    ["dependent children below", {}, { dependentChildren: 2 }, 208],
    ["dependent children at the bound", {}, { dependentChildren: 3 }, 187],
    ["dependent children above", {}, { dependentChildren: 4 }, 187],
    ["rank below, in a family of four", third, { rank: 2, dependentChildren: 4 }, 208],
    ["rank at the bound", third, { rank: 3, dependentChildren: 1 }, 187],
    ["rank above", third, { rank: 4 }, 187],
    ["lives in town", inTown, { residence: "inTown" }, 187],
    ["does not", inTown, { residence: "outOfTown" }, 208],
    ["lives out of town", outOfTown, { residence: "outOfTown" }, 187],
    ["unknown residence: not assumed in town", inTown, { residence: null }, 208],
    ["unknown residence: nor out of it", outOfTown, { residence: null }, 208],
  ] as const)("%s", (_who, its, payer, expected) => {
    expect(priced([its], payer).amount).toBe(expected);
  });

  const every = "every" as const;
  test.each([
    ["every unit and category", every, every, 187],
    ["this unit", [unitId.repas], every, 187],
    ["among others", [unitId.etudes, unitId.repas], [categoryId.pai, categoryId.child], 187],
    ["another unit", [unitId.etudes], every, 208],
    ["the unit it takes for a PAI only", [ownUnitId.panier], every, 208],
    ["no unit at all", [], every, 208],
    ["this category", every, [categoryId.child], 187],
    ["another category", every, [categoryId.outside], 208],
    ["no category at all", every, [], 208],
    ["this unit, another category", [unitId.repas], [categoryId.outside], 208],
    ["another unit, this category", [unitId.etudes], [categoryId.child], 208],
  ])("restricted to %s", (_what, unitIds, categoryIds, expected) => {
    expect(priced([{ unitIds, categoryIds }], { dependentChildren: 3 }).amount).toBe(expected);
  });
});

describe("one after the other", () => {
  const family = { dependentChildren: 3 };
  const share = { label: "Fratrie", off: percent(100_000) };
  const less = { label: "Commune", off: amount(50) };

  test("the order of the town decides of the cents", () => {
    const shareFirst = priced([share, less], family);
    const lessFirst = priced([less, share], family);
    expect(explained(shareFirst).slice(1)).toEqual([
      "Prix fixe = 208",
      "Fratrie : −10 % = -21",
      "Commune : −0,50 € = -50",
    ]);
    expect(shareFirst.amount).toBe(137);
    expect(explained(lessFirst).slice(1)).toEqual([
      "Prix fixe = 208",
      "Commune : −0,50 € = -50",
      "Fratrie : −10 % = -16",
    ]);
    expect(lessFirst.amount).toBe(142);
  });

  test("a share is of what is left, rounded each time", () => {
    // 208 → 187,2 → 187 → 168,3 → 168; twenty percent at once would leave 166.
    expect(priced([share, share], family).amount).toBe(168);
  });

  test("never below nothing, and each line says what it really took", () => {
    const all = priced([{ ...less, off: amount(200) }, less, share], family);
    expect(all.amount).toBe(0);
    expect(explained(all).slice(1)).toEqual([
      "Prix fixe = 208",
      "Commune : −2,00 € = -200",
      "Commune : −0,50 € = -8",
      "Fratrie : −10 % = 0",
    ]);
  });
});
