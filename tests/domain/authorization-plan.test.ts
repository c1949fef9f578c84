import type { AuthorizationType } from "@/lib/domain/authorization";
import {
  planFor,
  questionLabel,
  questionsOf,
  type AskedChild,
} from "@/lib/domain/authorization-plan";
import { day } from "@/lib/domain/day";

const today = day("2026-11-22");

const aType = (its: Partial<AuthorizationType> & { id: number; label: string }) => ({
  explanation: null,
  icon: "check",
  subject: "child" as const,
  required: true,
  minimumAge: null,
  ...its,
});

const types: readonly AuthorizationType[] = [
  aType({ id: 1, label: "Sortir seul", minimumAge: 8 }),
  aType({ id: 2, label: "Photographie" }),
  aType({ id: 3, label: "Venir chercher l’enfant", subject: "contact" }),
];

const manon: AskedChild = {
  childId: 10,
  firstName: "Manon",
  birthDate: day("2015-02-27"),
  types,
  contacts: [{ id: 7, name: "Madame Jeanne TEST" }],
  states: [
    { typeId: 1, contactId: null, allowed: true },
    { typeId: 3, contactId: 7, allowed: true },
  ],
};
/** Too young to leave alone. */
const tom: AskedChild = {
  ...manon,
  childId: 11,
  firstName: "Tom",
  birthDate: day("2022-05-02"),
  contacts: [],
  states: [{ typeId: 2, contactId: null, allowed: true }],
};

const answer = (typeId: number, allowed: boolean, contactId: number | null = null) => ({
  typeId,
  contactId,
  allowed,
});

const plan = (answers: readonly ReturnType<typeof answer>[], siblingIds: readonly number[] = []) =>
  planFor([manon, tom], { childId: 10, siblingIds, answers }, today);

test("only what differs from what stands is a change, in words and from what to what", () => {
  const planned = plan([answer(1, true), answer(2, false), answer(3, false, 7)]);
  expect(planned?.plans.map(({ lines }) => lines)).toEqual([
    [
      { typeId: 2, contactId: null, was: null, now: false, label: "Photographie" },
      {
        typeId: 3,
        contactId: 7,
        was: true,
        now: false,
        label: "Venir chercher l’enfant, Madame Jeanne TEST",
      },
    ],
  ]);
});

test("a brother gets the same changes, but for what is not asked of him", () => {
  const planned = plan([answer(1, false), answer(2, false)], [11]);
  expect(planned?.plans.map(({ child, changes }) => [child.firstName, changes])).toEqual([
    [
      "Manon",
      [
        { typeId: 1, contactId: null, was: true, now: false },
        { typeId: 2, contactId: null, was: null, now: false },
      ],
    ],
    ["Tom", [{ typeId: 2, contactId: null, was: true, now: false }]],
  ]);
});

test("what is not asked is no answer: an unknown type, another's contact, a young child's", () => {
  expect(plan([answer(99, true), answer(3, true, 8)])?.plans[0]?.changes).toEqual([]);
  const young = planFor([tom], { childId: 11, siblingIds: [], answers: [answer(1, true)] }, today);
  expect(young?.plans[0]?.changes).toEqual([]);
});

test("a child who is not among these, or is its own brother, has no plan", () => {
  const none = [answer(2, true)];
  expect(planFor([tom], { childId: 10, siblingIds: [], answers: none }, today)).toBeNull();
  expect(plan(none, [12])).toBeNull();
  expect(plan(none, [10])).toBeNull();
});

test("the name stands for exactly these changes", () => {
  expect(plan([answer(2, false)])?.name).toBe("10=2:null>false");
  expect(plan([answer(3, false, 7)], [11])?.name).toBe("10=3-7:true>false;11=");
  const names = [true, false].map((allowed) => plan([answer(2, allowed)])?.name);
  expect(new Set(names).size).toBe(2);
});

test("each question is asked once, with its own words", () => {
  expect(questionsOf(manon, today).map((key) => questionLabel(manon, key))).toEqual([
    "Sortir seul",
    "Photographie",
    "Venir chercher l’enfant, Madame Jeanne TEST",
  ]);
  expect(questionsOf(tom, today).map((key) => questionLabel(tom, key))).toEqual(["Photographie"]);
});
