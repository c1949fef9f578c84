import { day } from "@/lib/domain/day";
import { payerOn, quotientOn, type PayingFamily } from "@/lib/domain/tariff/paying-family";
import { versionOn } from "@/lib/domain/tariff/version";
import { leo, lucas } from "@/tests/support/booking";
import { aVersion, categoryId } from "@/tests/support/tariffs";

describe("the version in force", () => {
  const first = aVersion({ id: 1, from: "2025-01-01", to: "2026-01-01" });
  const second = aVersion({ id: 2, from: "2026-01-01", to: "2027-01-01" });
  const open = aVersion({ id: 3, from: "2027-01-01" });
  const afterAGap = aVersion({ id: 4, from: "2026-01-02" });
  const overlapping = aVersion({ id: 5, from: "2025-12-31", to: "2026-02-01" });
  const oneDay = aVersion({ id: 6, from: "2025-06-01", to: "2025-06-02" });
  const nothing = aVersion({ id: 7, from: "2025-06-01", to: "2025-06-01" });

  test.each([
    ["none at all", [], "2025-06-01", "no-version"],
    ["the day before the first", [first, second], "2024-12-31", "no-version"],
    ["its first day", [first, second], "2025-01-01", 1],
    ["its last day", [first, second], "2025-12-31", 1],
    ["its end, where the next begins", [first, second], "2026-01-01", 2],
    ["in any order", [second, first], "2026-01-01", 2],
    ["its end, where none follows", [first], "2026-01-01", "no-version"],
    ["the last day of the last", [first, second], "2026-12-31", 2],
    ["the end of the last", [first, second], "2027-01-01", "no-version"],
    ["the first day of an open one", [second, open], "2027-01-01", 3],
    ["long after", [second, open], "2099-12-31", 3],
    ["the day of a gap", [first, afterAGap], "2026-01-01", "no-version"],
    ["after the gap", [first, afterAGap], "2026-01-02", 4],
    ["the day before they overlap", [first, overlapping], "2025-12-30", 1],
    ["the day on which they overlap", [first, overlapping], "2025-12-31", "two-versions"],
    ["the day after they overlap", [first, overlapping], "2026-01-01", 5],
    ["three on one day", [first, first, first], "2025-06-01", "two-versions"],
    ["the day before a single day", [oneDay], "2025-05-31", "no-version"],
    ["a single day", [oneDay], "2025-06-01", 6],
    ["the day after it", [oneDay], "2025-06-02", "no-version"],
    ["a period without a day", [nothing], "2025-06-01", "no-version"],
  ] as const)("%s", (_what, versions, on, expected) => {
    const found = versionOn(versions, day(on));
    expect(found.ok ? found.value.id : found.refusal).toBe(expected);
  });
});

describe("for whom a price of a day is", () => {
  const entry = { parts: 250, dependentChildren: 3, residence: "inTown" } as const;
  const family: PayingFamily = {
    quotients: [
      { ...entry, from: day("2025-01-01"), quotientFamilial: 17 },
      { ...entry, from: day("2026-01-01"), quotientFamilial: 40_000, residence: "outOfTown" },
      { ...entry, from: day("2026-09-01"), quotientFamilial: null },
    ],
    children: [
      { childId: leo, categoryId: categoryId.child, rank: 1 },
      { childId: lucas, categoryId: null, rank: 2 },
    ],
  };

  test.each([
    ["2024-12-31", undefined],
    ["2025-01-01", 17],
    ["2025-12-31", 17],
    ["2026-01-01", 40_000],
    ["2026-08-31", 40_000],
    ["2026-09-01", null],
    ["2099-12-31", null],
  ])("on %s the quotient is %s", (on, quotient) => {
    expect(quotientOn(family, day(on))?.quotientFamilial).toBe(quotient);
  });

  test("the child's category and rank, the family's means of that day", () => {
    expect(payerOn(family, leo, day("2026-01-01"))).toEqual({
      categoryId: categoryId.child,
      rank: 1,
      quotientFamilial: 40_000,
      dependentChildren: 3,
      residence: "outOfTown",
    });
  });

  test("what the file does not say is not assumed", () => {
    expect(payerOn(family, lucas, day("2024-12-31"))).toEqual({
      categoryId: null,
      rank: 2,
      quotientFamilial: null,
      dependentChildren: 2,
      residence: null,
    });
    expect(payerOn({ quotients: [], children: [] }, 99, day("2025-01-01"))).toEqual({
      categoryId: null,
      rank: 1,
      quotientFamilial: null,
      dependentChildren: 0,
      residence: null,
    });
  });
});
