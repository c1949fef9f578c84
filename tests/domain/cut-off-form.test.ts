import fc from "fast-check";
import { cutOffControls, readCutOff } from "@/lib/domain/cut-off-form";
import { cutOffPreview } from "@/lib/domain/cut-off-preview";
import { day } from "@/lib/domain/day";
import { anyCutOffRule } from "../support/arbitraries/days";

test("every rule goes through its form unchanged", () => {
  fc.assert(
    fc.property(anyCutOffRule, (rule) => {
      expect(readCutOff(cutOffControls(rule))).toEqual({ ok: true, rule });
    }),
  );
});

const days = { kind: "daysBefore", days: "7", skip: "none", at: "23:59" };
const break1 = { from0: "2026-12-19", to0: "2027-01-03", until0: "2026-11-29", periodsAt: "12:00" };

test.each([
  ["no kind", {}, ["kind"]],
  ["a kind that does not exist", { kind: "toujours" }, ["kind"]],
  ["a cut-off of 400 days", { ...days, days: "400" }, ["days"]],
  ["no number, no hour", { ...days, days: "", at: "midi" }, ["days", "at"]],
  ["hours beyond a month", { kind: "hoursBefore", hours: "745" }, ["hours"]],
  [
    "Saturday as a school day",
    { kind: "schoolWeekdayBefore", weekday: "6", at: "10:00" },
    ["weekday"],
  ],
  ["the 32nd", { kind: "dayOfPreviousMonth", dayOfMonth: "32", at: "10:00" }, ["dayOfMonth"]],
  ["a period without its last date", { ...days, ...break1, until0: "" }, ["until0"]],
  ["a period that ends before it begins", { ...days, ...break1, to0: "2026-12-01" }, ["to0"]],
  ["a date after the period", { ...days, ...break1, until0: "2027-01-04" }, ["until0"]],
  ["periods without their hour", { ...days, ...break1, periodsAt: "" }, ["periodsAt"]],
  [
    "two periods over each other",
    { ...days, ...break1, from1: "2027-01-03", to1: "2027-01-10", until1: "2026-12-01" },
    ["from1"],
  ],
] as const)("refused at its control: %s", (_, typed, controls) => {
  const read = readCutOff(typed);
  expect(read.ok ? [] : read.problems.map(({ control }) => control)).toEqual(controls);
});

test("what a kind does not need is not read", () => {
  expect(readCutOff({ kind: "none", days: "400", at: "midi" })).toEqual({
    ok: true,
    rule: { kind: "none" },
  });
});

test("the coming weeks are said in words", () => {
  const calendar = { years: [] };
  const rule = { kind: "weekdayOfWeekBefore", weekday: 4, weeks: 1, at: "23:59" } as const;
  const lines = cutOffPreview(rule, calendar, null, day("2026-11-22"));
  expect(lines[0]).toBe(
    "Pour le lundi 23 novembre\u00a0: c’était jusqu’au jeudi 19 novembre, 23\u00a0h\u00a059",
  );
  expect(lines[5]).toBe(
    "Pour le lundi 30 novembre\u00a0: jusqu’au jeudi 26 novembre, 23\u00a0h\u00a059",
  );
  expect(lines).toHaveLength(8);
  expect(cutOffPreview({ kind: "none" }, calendar, null, day("2026-11-22"))[0]).toContain(
    "jour même",
  );
});
