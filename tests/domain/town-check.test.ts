import { day } from "@/lib/domain/day";
import { townChecks, type TownState } from "@/lib/domain/town-check";

const town: TownState = {
  today: day("2026-11-28"),
  hasIdentity: true,
  lastSchoolDay: day("2027-07-03"),
  departments: 1,
  establishments: 8,
  activities: 4,
  withoutUnit: [],
  groups: 20,
  withoutOpening: [],
  categories: 3,
  withoutPrice: [],
  hasTariff: true,
  tariffEnds: null,
  families: 150,
  withoutCategory: 0,
  failedEmails: 0,
};

const empty: TownState = {
  ...town,
  hasIdentity: false,
  lastSchoolDay: null,
  departments: 0,
  establishments: 0,
  activities: 0,
  groups: 0,
  categories: 0,
  hasTariff: false,
  families: 0,
};

const statesOf = (state: TownState) => townChecks(state).map((check) => check.state);

test("a town that is set is done, an empty one misses all but e-mails", () => {
  expect(new Set(statesOf(town))).toEqual(new Set(["done"]));
  expect(statesOf(empty)).toEqual([...Array.from({ length: 9 }, () => "missing"), "done"]);
});

test.each<[string, Partial<TownState>, string, string, RegExp]>([
  [
    "a year that ended",
    { lastSchoolDay: day("2026-07-03") },
    "calendar",
    "missing",
    /Aucune année/,
  ],
  ["a year that ends soon", { lastSchoolDay: day("2027-03-27") }, "calendar", "soon", /suivante/],
  ["an activity without a unit", { withoutUnit: ["Étude"] }, "activities", "missing", /Étude/],
  [
    "groups that never open",
    { withoutOpening: ["A", "B", "C", "D", "E"] },
    "groups",
    "missing",
    /A\u00a0; B\u00a0; C\u00a0; D et 1 autre\./,
  ],
  ["an activity without a price", { withoutPrice: ["Cantine"] }, "tariff", "missing", /Cantine/],
  ["a tariff that ends", { tariffEnds: day("2027-01-01") }, "tariff", "soon", /1er janv/],
  ["children without a category", { withoutCategory: 2 }, "families", "soon", /2 enfants/],
  ["e-mails given up", { failedEmails: 1 }, "emails", "missing", /1 courriel n’est pas parti/],
])("%s", (_what, over, id, state, words) => {
  const check = townChecks({ ...town, ...over }).find((one) => one.id === id);
  expect(check?.state).toBe(state);
  expect(check?.sentence).toMatch(words);
});
