import { scopeCovers } from "@/lib/domain/access";

const target = { activityId: 1, establishmentId: 2 };

test.each([
  ["nothing", [], false],
  ["the whole town", [{ activityId: null, establishmentId: null }], true],
  ["the activity everywhere", [{ activityId: 1, establishmentId: null }], true],
  ["another activity", [{ activityId: 9, establishmentId: null }], false],
  ["the establishment, all activities", [{ activityId: null, establishmentId: 2 }], true],
  ["another establishment", [{ activityId: null, establishmentId: 9 }], false],
  ["exactly this", [{ activityId: 1, establishmentId: 2 }], true],
  ["this activity elsewhere", [{ activityId: 1, establishmentId: 9 }], false],
  [
    "the activity elsewhere and another one here: two halves make no whole",
    [
      { activityId: 1, establishmentId: 9 },
      { activityId: 9, establishmentId: 2 },
    ],
    false,
  ],
])("an agent whose rights are %s", (_, scopes, covers) => {
  expect(scopeCovers(scopes, target)).toBe(covers);
});
