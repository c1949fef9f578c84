import { day } from "@/lib/domain/day";
import { isSameName, readTypedChild, readTypedGuardian } from "@/lib/domain/person";
import { readPhone } from "@/lib/phone";

const guardian = {
  civility: "madame",
  firstName: " Ana ",
  lastName: "Kovačević-Nguyễn",
  email: "Ana@Exemple.FR",
  phone: "0612345678",
  otherPhone: "",
  street: "",
  complement: "",
  postcode: "",
  city: "",
};

test("a guardian is kept tidy, and nothing typed is nothing known", () => {
  expect(readTypedGuardian(guardian, readPhone)).toEqual({
    ok: true,
    value: {
      civility: "madame",
      firstName: "Ana",
      lastName: "Kovačević-Nguyễn",
      email: "ana@exemple.fr",
      phone: "06 12 34 56 78",
      otherPhone: null,
      address: null,
    },
  });
});

test("each wrong field of a guardian is said", () => {
  const wrong = {
    ...guardian,
    firstName: " ",
    lastName: "x".repeat(101),
    email: "ana@",
    phone: "12",
    otherPhone: "#REF!",
    city: "Évry",
    postcode: "9100",
  };
  const read = readTypedGuardian(wrong, readPhone);
  expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual([
    "email",
    "firstName",
    "lastName",
    "otherPhone",
    "phone",
    "postcode",
    "street",
  ]);
});

test.each([
  ["", /date complète/],
  ["2026-02-30", /date complète/],
  ["2026-11-29", /à venir/],
  ["2006-11-27", /plus de 20/],
  ["2006-11-28", null],
  ["2026-11-28", null],
])("a child born on %p", (birthDate, wrong) => {
  const child = { firstName: "Zoé", lastName: "Petit", birthDate, school: "", schoolClass: "CE1" };
  const read = readTypedChild(child, day("2026-11-28"));
  if (wrong) expect(read.ok ? "" : read.errors.birthDate).toMatch(wrong);
  else expect(read).toMatchObject({ ok: true, value: { school: null, schoolClass: "CE1" } });
});

test.each([
  ["Élodie", "Le Goff", "elodie", "LE-GOFF", true],
  ["Ana", "Kovačević", "Ana", "Kovacevic", true],
  ["Ana", "Kovačević", "Anna", "Kovacevic", false],
])("%s %s and %s %s", (firstName, lastName, otherFirst, otherLast, same) => {
  const other = { firstName: otherFirst, lastName: otherLast };
  expect(isSameName({ firstName, lastName }, other)).toBe(same);
});
