import { day } from "@/lib/domain/day";
import { followingDays, unbilledFrom } from "@/lib/domain/tariff/following";

const today = day("2026-03-20");

test.each([
  ["2026-03-01", "2026-03-01"],
  ["2026-03-31", "2026-03-01"],
  ["2026-04-01", "2026-04-01"],
])("on %s the month that runs is not billed: from %s", (on, from) => {
  expect(unbilledFrom(day(on))).toBe(from);
});

test.each([
  ["a tariff to come", "2027-01-01", null, { from: "2027-01-01", to: null }],
  ["a quotient since January", "2026-01-01", null, { from: "2026-03-01", to: null }],
  ["up to the end of March", "2026-01-01", "2026-03-31", { from: "2026-03-01", to: "2026-03-31" }],
  [
    "the first day that is open",
    "2026-01-01",
    "2026-03-01",
    { from: "2026-03-01", to: "2026-03-01" },
  ],
  ["all billed", "2026-01-01", "2026-02-28", null],
])("%s: the days that follow", (_case, from, to, days) => {
  const asked = { from: day(from), to: to === null ? null : day(to) };
  expect(followingDays("priceOfDay", asked, today)).toEqual(days);
  expect(followingDays("announcedPrice", asked, today)).toBeNull();
});
