import { gridFaults, isComplete } from "@/lib/domain/tariff/completeness";
import {
  gridDifferences,
  relativeChange,
  relativeInWords,
  ruleChange,
} from "@/lib/domain/tariff/differences";
import { boundsOf, changedCells, ruleInWords, sameRule } from "@/lib/domain/tariff/grid";
import { publicationOn } from "@/lib/domain/tariff/publication";
import { day } from "@/lib/domain/day";
import type { PriceRule } from "@/lib/domain/tariff/rule";
import { unitId } from "@/tests/support/booking";
import {
  aReduction,
  aVersion,
  brackets,
  categories,
  categoryId,
  effort,
  fixed,
  units,
} from "@/tests/support/tariffs";

const town = { units, categories };
const everywhere = (rule: PriceRule) =>
  categories.flatMap((c) => units.map((u) => ({ unitId: u.id, categoryId: c.id, rule })));
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("completeness", () => {
  test("every unit needs a rule in every category", () => {
    const rules = everywhere(fixed(100));
    expect(isComplete(gridFaults({ rules, reductions: [] }, town))).toBe(true);
    const [, ...others] = rules;
    expect(gridFaults({ rules: others, reductions: [] }, town).cells).toEqual([
      { unitId: rules[0]?.unitId, categoryId: rules[0]?.categoryId, fault: "missing" },
    ]);
  });

  test.each<[string, PriceRule]>([
    ["negative", fixed(-1)],
    ["no-bracket", brackets()],
    ["first-bracket-not-zero", brackets([1, 100])],
    ["brackets-not-ascending", brackets([0, 100], [0, 200])],
    ["rate-above-100", effort(1_000_001, 0, 100)],
    ["rate-not-positive", effort(0, 0, 100)],
    ["floor-above-ceiling", effort(1000, 101, 100)],
  ])("a faulty rule is named: %s", (fault, rule) => {
    const at = { unitId: unitId.repas, categoryId: categoryId.child };
    const rules = everywhere(fixed(100)).map((r) =>
      r.unitId === at.unitId && r.categoryId === at.categoryId ? { ...at, rule } : r,
    );
    expect(gridFaults({ rules, reductions: [] }, town).cells).toEqual([{ ...at, fault }]);
  });

  test("a reduction that speaks of what is not there is named", () => {
    const rules = everywhere(fixed(100));
    const faults = (its: Parameters<typeof aReduction>[0]) =>
      gridFaults({ rules, reductions: [aReduction(its)] }, town).reductions.map((r) => r.fault);
    expect(faults({ unitIds: [999] })).toEqual(["unknown-unit"]);
    expect(faults({ categoryIds: [999] })).toEqual(["unknown-category"]);
    expect(faults({ label: " " })).toEqual(["no-label"]);
    expect(faults({})).toEqual([]);
  });
});

describe("differences", () => {
  test("a fixed price, an effort rate: the figures that differ", () => {
    expect(ruleChange(fixed(208), fixed(215))).toEqual({
      words: null,
      figures: [
        {
          figure: { kind: "fixed" },
          label: "Prix fixe",
          measure: "amount",
          before: 208,
          after: 215,
        },
      ],
    });
    expect(ruleChange(effort(1500, 88, 200), effort(1600, 88, 205))?.figures).toEqual([
      {
        figure: { kind: "rate" },
        label: "Taux d’effort",
        measure: "rate",
        before: 1500,
        after: 1600,
      },
      {
        figure: { kind: "ceiling" },
        label: "Maximum",
        measure: "amount",
        before: 200,
        after: 205,
      },
    ]);
  });

  test("brackets cut elsewhere are compared over all bounds", () => {
    const change = ruleChange(brackets([0, 100], [40_000, 200]), brackets([0, 90], [35_000, 200]));
    expect(change?.figures.map((f) => [spaces(f.label), f.before, f.after])).toEqual([
      ["Quotient de 0,00 à 349,99", 100, 90],
      ["Quotient de 350,00 à 399,99", 100, 200],
    ]);
  });

  test("a bound more that changes no price is no difference", () => {
    expect(ruleChange(brackets([0, 100]), brackets([0, 100], [50_000, 100]))).toBeNull();
    expect(sameRule(brackets([0, 100]), brackets([0, 100], [50_000, 100]))).toBe(false);
  });

  test("another kind, a new or a lost price stand in words", () => {
    expect(ruleChange(fixed(208), null)?.words?.after).toBe("Pas de prix");
    expect(spaces(ruleChange(null, fixed(208))?.words?.after ?? "")).toBe("Prix fixe 2,08 €");
    expect(ruleInWords(brackets([0, 70], [40_000, 182]))).toContain("2 tranches");
    expect(ruleInWords(brackets([0, 70]))).toContain("1 tranche,");
  });

  test("only cells that differ are said, in the grid's order", () => {
    const before = aVersion({ rules: everywhere(fixed(100)) });
    const after = aVersion({
      rules: everywhere(fixed(100)).map((r) =>
        r.unitId === unitId.repas ? { ...r, rule: fixed(110) } : r,
      ),
    });
    expect(gridDifferences(before, before, town)).toEqual([]);
    expect(gridDifferences(before, after, town).map((d) => [d.unitId, d.categoryId])).toEqual(
      categories.map(({ id }) => [unitId.repas, id]),
    );
    expect(changedCells(before, after.rules)).toHaveLength(categories.length);
  });

  test("a relative change is half-up, to a tenth of a percent", () => {
    expect(relativeInWords(relativeChange(200, 205))).toBe("+2,5\u00a0%");
    expect(relativeInWords(relativeChange(200, 180))).toBe("−10\u00a0%");
    expect(relativeInWords(relativeChange(200, 200))).toBe("0\u00a0%");
    expect(relativeInWords(relativeChange(0, 200))).toBe("–");
  });

  test("bounds of several rules, once each, ascending", () => {
    expect(boundsOf([brackets([0, 1], [500, 2]), fixed(1), brackets([0, 1], [300, 2])])).toEqual([
      0, 300, 500,
    ]);
  });
});

describe("the day from which a version is in force", () => {
  const today = day("2026-11-22");
  const inForce = { id: 1, from: day("2026-01-01"), to: null };
  test.each([
    ["yesterday", "2026-11-21", "tariff-date-too-early"],
    ["today", "2026-11-22", "tariff-date-too-early"],
  ])("not %s: no day that was lived changes its price", (_when, from, refusal) => {
    expect(publicationOn([inForce], day(from), today)).toEqual({ ok: false, refusal });
    expect(publicationOn([], day(from), today)).toEqual({ ok: false, refusal });
  });

  test("tomorrow at the earliest; the version in force ends there", () => {
    expect(publicationOn([inForce], day("2026-11-23"), today)).toEqual({
      ok: true,
      value: { endsId: 1 },
    });
    expect(publicationOn([], day("2026-11-23"), today)).toEqual({
      ok: true,
      value: { endsId: null },
    });
  });

  test("neither before, on, nor inside what is already published", () => {
    const next = { id: 2, from: day("2027-01-01"), to: null };
    const closed = { ...inForce, to: next.from };
    for (const from of ["2026-12-01", "2027-01-01"])
      expect(publicationOn([closed, next], day(from), today)).toEqual({
        ok: false,
        refusal: "tariff-period-taken",
      });
    expect(publicationOn([closed, next], day("2027-01-02"), today)).toMatchObject({
      value: { endsId: 2 },
    });
  });
});
