import { changedRights, isLimited, rightsConsequences } from "@/lib/domain/child-rights";

const all = { mayBook: true, mayAuthorize: true, maySeeFile: true };
const none = { mayBook: false, mayAuthorize: false, maySeeFile: false };
const joined = (...its: Parameters<typeof rightsConsequences>) =>
  rightsConsequences(...its).join(" / ");

test("only what changes is told", () => {
  const noBooking = { ...all, mayBook: false };
  expect(changedRights(all, noBooking)).toEqual(["mayBook"]);
  expect(joined(all, noBooking)).toContain("ne réserve, n’annule et ne demande plus rien");
  expect(joined(all, noBooking)).not.toContain("dossier");
  expect(joined(noBooking, all)).toContain("de nouveau");
  expect(rightsConsequences(all, all)).toEqual([]);
});

test("the last right that goes takes the child away, and it is told once", () => {
  const one = { ...none, maySeeFile: true };
  expect(joined(one, none)).toContain("ne voit plus du tout l’enfant");
  expect(joined(all, one)).not.toContain("ne voit plus du tout");
  expect(joined(none, one)).not.toContain("ne voit plus");
});

test("a family is limited as soon as one right is missing", () => {
  expect(isLimited(all)).toBe(false);
  expect(isLimited({ ...all, mayAuthorize: false })).toBe(true);
});
