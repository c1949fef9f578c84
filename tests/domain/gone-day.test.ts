import { day } from "@/lib/domain/day";
import { whyGone } from "@/lib/domain/gone-day";

const today = day("2026-11-27");

test.each([
  ["add", "2026-11-26", true, "past"],
  ["add", "2026-11-26", false, "past"],
  ["add", "2026-11-27", true, null],
  ["add", "2026-11-27", false, "closed"],
  ["add", "2026-11-30", true, null],
  ["add", "2026-11-30", false, "closed"],
  ["remove", "2026-11-26", true, null],
  ["remove", "2026-11-30", false, null],
] as const)("%s on %s, open: %s", (change, d, isOpen, why) => {
  expect(whyGone({ change, day: day(d), isOpen }, today)).toBe(why);
});
