import { contactName, isOldEnoughToFetch, isPossibleBirthDate } from "@/lib/domain/contact";
import { day } from "@/lib/domain/day";

describe("the age to fetch a child", () => {
  const today = day("2026-11-22");
  test.each([
    ["2010-11-22", 16, true],
    ["2010-11-23", 16, false],
    ["2010-11-21", 16, true],
    ["2008-11-22", 18, true],
    ["2008-11-23", 18, false],
    [null, 16, false],
    ["2026-11-21", null, true],
    [null, null, true],
  ])("born on %s, %s years asked: %s", (birth, age, may) => {
    expect(isOldEnoughToFetch(birth === null ? null : day(birth), age, today)).toBe(may);
  });

  test.each([
    ["2026-02-27", false],
    ["2026-02-28", true],
  ])("born on 29 February 2008, eighteen on %s: %s", (at, may) => {
    expect(isOldEnoughToFetch(day("2008-02-29"), 18, day(at))).toBe(may);
  });

  test.each([
    ["2026-11-22", true],
    ["2026-11-23", false],
    ["1906-11-23", true],
    ["1906-11-22", false],
  ])("born on %s is possible: %s", (birth, possible) => {
    expect(isPossibleBirthDate(day(birth), today)).toBe(possible);
  });
});

test.each([
  ["madame", "Madame Jeanne TEST"],
  ["monsieur", "Monsieur Jeanne TEST"],
  [null, "Jeanne TEST"],
] as const)("with the civility %s: %s", (civility, name) => {
  expect(contactName({ civility, firstName: "Jeanne", lastName: "TEST" })).toBe(name);
});
