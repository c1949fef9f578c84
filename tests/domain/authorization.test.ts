import {
  authorizationName,
  changesOf,
  confirmationDue,
  isToConfirm,
  isOldEnough,
  questionsFor,
  unanswered,
  type AuthorizationType,
} from "@/lib/domain/authorization";
import { day } from "@/lib/domain/day";

const alone: AuthorizationType = {
  id: 1,
  label: "Sortir seul",
  explanation: null,
  icon: "exit",
  subject: "child",
  required: true,
  minimumAge: 6,
};
const photo: AuthorizationType = { ...alone, id: 2, minimumAge: null, required: false };
const fetch: AuthorizationType = { ...photo, id: 3, subject: "contact", required: true };
const types = [alone, photo, fetch];
const today = day("2026-11-22");

describe("what is asked", () => {
  test.each([
    ["2020-11-22", true],
    ["2020-11-23", false],
    ["2020-02-29", true],
    [null, true],
  ])("born on %s, leaving alone is asked: %s", (birth, asked) => {
    expect(isOldEnough(alone, birth === null ? null : day(birth), today)).toBe(asked);
  });

  test("of the child once, of each contact once", () => {
    const names = questionsFor(types, { birthDate: null, contactIds: [7, 8] }, today).map(
      authorizationName,
    );
    expect(names).toEqual(["1", "2", "3-7", "3-8"]);
  });
});

describe("what changes", () => {
  const states = [
    { typeId: 1, contactId: null, allowed: true },
    { typeId: 3, contactId: 7, allowed: false },
  ];
  test.each([
    ["the same answer", { typeId: 1, contactId: null, allowed: true }, []],
    [
      "the other answer",
      { typeId: 1, contactId: null, allowed: false },
      [{ typeId: 1, contactId: null, was: true, now: false }],
    ],
    [
      "a first answer",
      { typeId: 2, contactId: null, allowed: false },
      [{ typeId: 2, contactId: null, was: null, now: false }],
    ],
    [
      "another contact",
      { typeId: 3, contactId: 8, allowed: false },
      [{ typeId: 3, contactId: 8, was: null, now: false }],
    ],
  ])("%s", (_name, answer, changes) => {
    expect(changesOf(states, [answer])).toEqual(changes);
  });
});

test("only what is required and not answered is missing", () => {
  const questions = questionsFor(types, { birthDate: null, contactIds: [7] }, today);
  const missing = unanswered(types, questions, [{ typeId: 3, contactId: 7 }]);
  expect(missing.map(authorizationName)).toEqual(["1"]);
});

test.each([
  ["2026-08-31", "2025-09-01"],
  ["2026-09-01", "2026-09-01"],
  ["2027-01-01", "2026-09-01"],
])("on %s, answers must be of %s or later", (on, since) => {
  expect(confirmationDue({ from: "09-01" }, day(on))).toBe(since);
});

test.each([
  ["2026-08-31", true],
  ["2026-09-01", false],
  [null, false],
])("answers of %s are to be confirmed on 22 November 2026: %s", (answered, expected) => {
  const answeredOn = answered === null ? null : day(answered);
  expect(isToConfirm(answeredOn, { from: "09-01" }, today)).toBe(expected);
  expect(isToConfirm(answeredOn, null, today)).toBe(false);
});
