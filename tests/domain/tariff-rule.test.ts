import fc from "fast-check";
import { cents } from "@/lib/domain/money";
import {
  bracketInWords,
  bracketOf,
  formatRate,
  FULL_RATE,
  parsePriceRule,
  parseRate,
  ruleFault,
  type PriceRule,
  type RuleFault,
} from "@/lib/domain/tariff/rule";
import { anyRule } from "@/tests/support/arbitraries/tariff";
import { brackets, effort, fixed } from "@/tests/support/tariffs";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("the fault of a rule", () => {
  test.each<[PriceRule, RuleFault | null]>([
    [fixed(0), null],
    [fixed(1), null],
    [fixed(-1), "negative"],
    [brackets([0, 70]), null],
    [brackets([0, 70], [1, 88]), null],
    [brackets([0, 88], [40_000, 70]), null],
    [brackets(), "no-bracket"],
    [brackets([1, 70]), "first-bracket-not-zero"],
    [brackets([-1, 70]), "negative"],
    [brackets([0, -1]), "negative"],
    [brackets([0, 70], [40_000, -1]), "negative"],
    [brackets([0, 70], [0, 88]), "brackets-not-ascending"],
    [brackets([0, 70], [40_000, 88], [40_000, 99]), "brackets-not-ascending"],
    [brackets([0, 70], [40_000, 88], [39_999, 99]), "brackets-not-ascending"],
    [brackets([0, 70], [40_000, 88], [40_001, 99]), null],
    [effort(1, 0, 0), null],
    [effort(0, 88, 200), "rate-not-positive"],
    [effort(-1, 88, 200), "rate-not-positive"],
    [effort(FULL_RATE, 88, 200), null],
    [effort(FULL_RATE + 1, 88, 200), "rate-above-100"],
    [effort(1_500, 200, 200), null],
    [effort(1_500, 201, 200), "floor-above-ceiling"],
    [effort(1_500, -1, 200), "negative"],
    [effort(1_500, -2, -1), "negative"],
  ])("%j: %s", (rule, fault) => {
    expect(ruleFault(rule)).toBe(fault);
  });
});

describe("the stored rule", () => {
  test("is read back whole, through JSON, without keys that are not its own", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const stored: unknown = JSON.parse(JSON.stringify({ ...rule, other: 1 }));
        expect(parsePriceRule(stored)).toEqual(rule);
      }),
    );
  });

  const bracket = { from: 0, amount: 70 };
  const rate = { kind: "effort", rate: 1_500, floor: 88, ceiling: 200 };
  test.each([
    [undefined],
    [null],
    [208],
    ["fixed"],
    [[]],
    [[{ kind: "fixed", amount: 208 }]],
    [{}],
    [{ amount: 208 }],
    [{ kind: "free" }],
    [{ kind: "fixed" }],
    [{ kind: "fixed", amount: null }],
    [{ kind: "fixed", amount: "208" }],
    [{ kind: "fixed", amount: 2.08 }],
    [{ kind: "fixed", amount: -1 }],
    [{ kind: "fixed", amount: 2 ** 53 }],
    [{ kind: "brackets" }],
    [{ kind: "brackets", amount: 208 }],
    [{ kind: "brackets", brackets: { 0: bracket } }],
    [{ kind: "brackets", brackets: [] }],
    [{ kind: "brackets", brackets: [null] }],
    [{ kind: "brackets", brackets: [[0, 70]] }],
    [{ kind: "brackets", brackets: [bracket, { from: 40_000 }] }],
    [{ kind: "brackets", brackets: [bracket, { amount: 88 }] }],
    [{ kind: "brackets", brackets: [bracket, { from: "40000", amount: 88 }] }],
    [{ kind: "brackets", brackets: [bracket, { from: 40_000.5, amount: 88 }] }],
    [{ kind: "brackets", brackets: [bracket, { from: 40_000, amount: 0.88 }] }],
    [{ kind: "brackets", brackets: [bracket, bracket] }],
    [{ kind: "brackets", brackets: [{ from: 1, amount: 70 }] }],
    [{ kind: "effort" }],
    [{ ...rate, rate: undefined }],
    [{ ...rate, floor: undefined }],
    [{ ...rate, ceiling: undefined }],
    [{ ...rate, ceiling: null }],
    [{ ...rate, rate: 0.15 }],
    [{ ...rate, rate: 0 }],
    [{ ...rate, rate: FULL_RATE + 1 }],
    [{ ...rate, floor: 201 }],
    [{ ...rate, floor: -1 }],
  ])("%j is none", (json) => {
    expect(parsePriceRule(json)).toBeNull();
  });
});

describe("the bracket of a quotient familial", () => {
  const rows = [
    { from: 0, amount: cents(70) },
    { from: 40_000, amount: cents(88) },
    { from: 160_000, amount: cents(182) },
  ];

  test.each([
    [-1, null, null],
    [0, 70, "de 0,00 à 399,99"],
    [17, 70, "de 0,00 à 399,99"],
    [39_999, 70, "de 0,00 à 399,99"],
    [40_000, 88, "de 400,00 à 1 599,99"],
    [40_001, 88, "de 400,00 à 1 599,99"],
    [159_999, 88, "de 400,00 à 1 599,99"],
    [160_000, 182, "à partir de 1 600,00"],
    [Number.MAX_SAFE_INTEGER, 182, "à partir de 1 600,00"],
  ])("%d: %s, %s", (quotient, amount, words) => {
    const found = bracketOf(rows, quotient);
    expect(found?.amount ?? null).toBe(amount);
    expect(found && plain(bracketInWords(rows, found))).toBe(words);
  });

  test("one alone is for everybody; none is nobody's", () => {
    const [only] = rows;
    expect(only && plain(bracketInWords([only], only))).toBe("à partir de 0,00");
    expect(bracketOf([], 0)).toBeNull();
  });
});

describe("a rate", () => {
  test.each([
    [1, "0,0001 %"],
    [1_500, "0,15 %"],
    [3_450, "0,345 %"],
    [10_000, "1 %"],
    [100_000, "10 %"],
    [125_000, "12,5 %"],
    [FULL_RATE, "100 %"],
  ])("%d is %s", (rate, words) => {
    expect(plain(formatRate(rate))).toBe(words);
    expect(parseRate(words)).toBe(rate);
  });

  test.each([
    ["0,345", 3_450],
    ["0.345%", 3_450],
    [" 10 % ", 100_000],
    ["100,0001", FULL_RATE + 1],
    ["9999", 99_990_000],
  ])("« %s » is read as %d", (text, rate) => {
    expect(parseRate(text)).toBe(rate);
  });

  test.each(["", "%", "-1", "1,", ",5", "0,34567", "10 €", "1%0", "%10", "10%%", "10000", "un"])(
    "« %s » is none",
    (text) => {
      expect(parseRate(text)).toBeNull();
    },
  );

  test("is read as it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FULL_RATE }), (rate) => {
        expect(parseRate(formatRate(rate))).toBe(rate);
      }),
    );
  });
});
