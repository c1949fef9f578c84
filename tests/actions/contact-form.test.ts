import { readForm } from "@/lib/action/form-data";
import { contactInput } from "@/app/(famille)/famille/contacts/read-form";
import { addSchema } from "@/app/(famille)/famille/contacts/schema";

const typed: Readonly<Record<string, string>> = {
  civility: "",
  firstName: " Sam ",
  lastName: "Petit",
  tie: "Voisin",
  phone: "06.39.98.10.41",
  birthDate: "1990-01-31",
  idempotencyKey: "0f8fad5b-d9cb-469f-a165-70867728950e",
};

/** Two children are offered, 12 and 13; these are ticked, and these answers are given. */
function form(
  children: readonly number[],
  answers: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>> = {},
) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...typed, ...answers, ...changes }))
    data.set(name, value);
  for (const id of children) data.append("childIds[]", String(id));
  for (const id of [12, 13]) data.append("asked[]", `reponse-${id}-6`);
  return addSchema.safeParse(readForm(data));
}

const messages = (parsed: ReturnType<typeof form>) =>
  Object.fromEntries(
    parsed.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
  );

test("what is typed becomes a person, the children and their answers", () => {
  const parsed = form([12], { "reponse-12-6": "oui", "reponse-13-6": "non" });
  if (!parsed.success) throw parsed.error;
  expect(contactInput(parsed.data, null)).toEqual({
    contact: null,
    person: {
      civility: null,
      firstName: "Sam",
      lastName: "Petit",
      tie: "Voisin",
      phone: "06 39 98 10 41",
      birthDate: "1990-01-31",
    },
    children: [{ childId: 12, answers: [{ typeId: 6, allowed: true }] }],
    idempotencyKey: typed["idempotencyKey"],
  });
});

test("everything that is wrong is said at once", () => {
  const wrong = { firstName: " ", lastName: "", tie: "", phone: "06 39", birthDate: "" };
  expect(messages(form([12, 13], { "reponse-12-6": "oui" }, wrong))).toEqual({
    firstName: "Donnez le prénom.",
    lastName: "Donnez le nom.",
    tie: expect.stringContaining("Grand-mère"),
    phone: expect.stringContaining("numéro de téléphone complet"),
    birthDate: "Donnez la date de naissance.",
    "reponse-13-6": expect.stringContaining("Autorisation"),
  });
});

test.each([
  ["no child", form([], {}), "childIds"],
  ["a day that does not exist", form([12], yes(), { birthDate: "1990-02-30" }), "birthDate"],
  ["another word than yes or no", form([12], { "reponse-12-6": "peut-être" }), "reponse-12-6"],
  ["a very long name", form([12], yes(), { lastName: "x".repeat(81) }), "lastName"],
])("%s is said next to its field", (_what, parsed, field) => {
  expect(Object.keys(messages(parsed))).toEqual([field]);
});

function yes() {
  return { "reponse-12-6": "oui" };
}
