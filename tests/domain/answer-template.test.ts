import { answeredAmong, withTemplate } from "@/lib/domain/answer-template";

const full = "Le groupe est complet.";

test("a template fills an empty reason and follows what was typed, once", () => {
  expect(withTemplate("", full)).toBe(full);
  expect(withTemplate(" \n", full)).toBe(full);
  const both = withTemplate("Bonjour,\n", full);
  expect(both).toBe(`Bonjour,\n${full}`);
  expect(withTemplate(both, full)).toBe(both);
});

test("kinds are kept once, in one order, and those that nobody answers are left out", () => {
  expect(answeredAmong(["supportingDocuments", "authorizations", "reservations"])).toEqual([
    "reservations",
    "supportingDocuments",
  ]);
});
