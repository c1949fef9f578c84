import {
  contactName,
  isOldEnoughToFetch,
  isPossibleBirthDate,
  normalisePhone,
} from "@/lib/domain/contact";
import { day } from "@/lib/domain/day";

describe("a phone number is kept in one form", () => {
  test.each([
    ["06 12 34 56 78", "06 12 34 56 78"],
    ["0612345678", "06 12 34 56 78"],
    [" 06.12.34.56.78 ", "06 12 34 56 78"],
    ["06-12-34-56-78", "06 12 34 56 78"],
    ["06\u00a012\u00a034\u00a056\u00a078", "06 12 34 56 78"],
    ["+33 6 12 34 56 78", "06 12 34 56 78"],
    ["+33 (0)6 12 34 56 78", "06 12 34 56 78"],
    ["0033612345678", "06 12 34 56 78"],
    ["01 99 00 14 20", "01 99 00 14 20"],
    ["+44 20 7946 0958", "+442079460958"],
    ["0044 20 7946 0958", "+442079460958"],
    ["+32 2 555 12 12", "+3225551212"],
    ["+262 692 12 34 56", "+262692123456"],
    ["+352 12 34 56", "+352123456"],
  ])("%s", (typed, kept) => {
    expect(normalisePhone(typed)).toBe(kept);
    expect(normalisePhone(kept)).toBe(kept);
  });

  test.each([
    "",
    "   ",
    "06 12 34 56 7",
    "06 12 34 56 789",
    "00 12 34 56 78",
    "612345678",
    "+33 6 12 34 56",
    "+33 6 12 34 56 789",
    "+12 345",
    "+352 12 34 5",
    "+1234567890123456",
    "+0 612 345 678",
    "06+12 34 56 78",
    "06 12 34 56 78 poste 3",
    "chez Jeanne",
  ])("« %s » is none", (typed) => {
    expect(normalisePhone(typed)).toBeNull();
  });
});

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
