import { day, type Day } from "@/lib/domain/day";
import {
  documentsToRemind,
  documentStatus,
  lastDayOf,
  missingDocuments,
  withoutReplaced,
  type DocumentValidity,
  type KnownDocument,
} from "@/lib/domain/supporting-document";

const today = day("2026-11-22");

const document = (its: Partial<KnownDocument> = {}): KnownDocument => ({
  typeId: 1,
  childId: 10,
  guardianId: null,
  state: "accepted",
  validUntil: null,
  filedAt: "2026-09-01T08:00:00.000Z",
  ...its,
});

test.each([
  ["accepted", null, "accepted"],
  ["accepted", "2027-08-31", "accepted"],
  ["accepted", "2026-12-23", "accepted"],
  ["accepted", "2026-12-22", "expiring"],
  ["accepted", "2026-11-22", "expiring"],
  ["accepted", "2026-11-21", "expired"],
  ["pending", "2026-11-21", "pending"],
  ["refused", "2027-08-31", "refused"],
  ["withdrawn", null, "withdrawn"],
] as const)("%s until %s is %s, told 30 days before", (state, until, status) => {
  const validUntil = until && day(until);
  expect(documentStatus({ state, validUntil }, today, 30)).toBe(status);
});

test.each([
  ["forever", null, null, "2026-11-22", null],
  ["months", null, 12, "2026-11-22", "2027-11-22"],
  ["months", null, 3, "2026-11-30", "2027-02-28"],
  ["untilDate", "2027-01-31", null, "2026-11-22", "2027-01-31"],
  ["untilDate", "2026-11-22", null, "2026-11-22", "2026-11-22"],
  ["schoolYear", null, null, "2026-11-22", "2027-08-31"],
] as const)("%s: typed %s, %s months, filed on %s", (validity, typed, months, filedOn, until) => {
  const found = lastDayOf({ validity, validityMonths: months }, typed && day(typed), {
    filedOn: day(filedOn),
    lastSchoolDay: day("2027-07-02"),
  });
  expect(found).toEqual({ ok: true, value: until });
});

test("a date that is asked for must be given, and not be past", () => {
  const days = { filedOn: today, lastSchoolDay: null };
  const type = { validity: "untilDate" as DocumentValidity, validityMonths: null };
  expect(lastDayOf(type, null, days)).toEqual({ ok: false, refusal: "document-date-missing" });
  expect(lastDayOf(type, day("2026-11-21"), days)).toEqual({
    ok: false,
    refusal: "document-date-past",
  });
});

test.each([
  // In July the year that comes is the one of the centres and of September.
  ["2025-07-15", "2026-07-03", "2026-08-31"],
  ["2026-07-03", "2026-07-03", "2026-08-31"],
  // No school year is known any more: the summer that ends next.
  ["2028-09-02", "2028-07-07", "2029-08-31"],
  ["2028-08-31", null, "2028-08-31"],
])("filed on %s, school until %s: of the school year until %s", (filedOn, last, until) => {
  expect(
    lastDayOf({ validity: "schoolYear", validityMonths: null }, null, {
      filedOn: day(filedOn),
      lastSchoolDay: last === null ? null : day(last),
    }),
  ).toEqual({ ok: true, value: until });
});

test("a newer accepted document of the same kind and person replaces the older", () => {
  const old = document({ filedAt: "2025-09-01" });
  const now = document();
  const brother = document({ childId: 11, filedAt: "2025-09-01" });
  const waiting = document({ state: "pending", filedAt: "2026-11-20" });
  const refused = document({ state: "refused", filedAt: "2025-01-01" });
  expect(withoutReplaced([old, now, brother, waiting, refused])).toEqual([
    now,
    brother,
    waiting,
    refused,
  ]);
  expect(withoutReplaced([old, waiting])).toEqual([old, waiting]);
});

test("a reminder is due once, and not where another one was filed since", () => {
  const soon = { validUntil: day("2026-12-01"), reminded: false };
  const due = { ...document(), ...soon };
  const remind = (...documents: (KnownDocument & { reminded: boolean })[]) =>
    documentsToRemind(documents, today, 30);
  const other = (its: Partial<KnownDocument>) => ({
    ...document({ filedAt: "2026-11-20", validUntil: day("2027-08-31"), ...its }),
    reminded: false,
  });
  expect(remind(due)).toEqual([due]);
  expect(remind({ ...due, reminded: true })).toEqual([]);
  expect(remind({ ...due, validUntil: day("2026-11-21") })).toEqual([]);
  expect(remind({ ...due, validUntil: day("2026-12-23") })).toEqual([]);
  expect(remind({ ...due, state: "pending" })).toEqual([]);
  expect(remind(due, other({ state: "pending" }))).toEqual([]);
  expect(remind(due, other({ state: "accepted" }))).toEqual([]);
  expect(remind(due, other({ state: "refused" }))).toEqual([due]);
  expect(remind(due, other({ childId: 11 }))).toEqual([due]);
});

test("what is missing: required of each, neither valid nor waiting", () => {
  const types = [
    { id: 1, subject: "child" as const, required: true },
    { id: 2, subject: "family" as const, required: true },
    { id: 3, subject: "guardian" as const, required: true },
    { id: 4, subject: "child" as const, required: false },
  ];
  const persons = { childIds: [10, 11], guardianIds: [20] };
  const missing = (...documents: KnownDocument[]) =>
    missingDocuments(types, persons, documents, today).map(
      ({ type, childId, guardianId }) => `${type.id}:${childId ?? guardianId ?? "family"}`,
    );
  expect(missing()).toEqual(["1:10", "1:11", "2:family", "3:20"]);
  const until = (text: string): Day => day(text);
  expect(
    missing(
      document({ validUntil: until("2026-11-22") }),
      document({ childId: 11, validUntil: until("2026-11-21") }),
      document({ typeId: 2, childId: null, state: "pending" }),
      document({ typeId: 3, childId: null, guardianId: 20, state: "refused" }),
    ),
  ).toEqual(["1:11", "3:20"]);
});
