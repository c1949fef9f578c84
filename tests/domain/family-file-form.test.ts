import { day } from "@/lib/domain/day";
import { fieldRules, type FamilyField, type FieldState } from "@/lib/domain/family-file";
import { readPhone } from "@/lib/phone";
import { readControls, type TypedControls } from "@/lib/domain/family-file-form";

const today = day("2026-11-22");
const state = (field: FamilyField, value: string | null, pending?: string): FieldState => ({
  field,
  value,
  pending: pending === undefined ? null : { value: pending, requestNumber: 12 },
});
const guardian = [
  state("address", "14 rue du Lavoir\n91000 Clairval-sur-Orge"),
  state("phone", "06 39 98 10 20"),
  state("otherPhone", null),
];
const child = [
  state("schoolClass", "CE1"),
  state("diet", "Sans poisson"),
  state("hasPai", null),
  state("paiValidUntil", null),
  state("insuranceValidUntil", "2026-09-01"),
];
const rules = fieldRules([]);
const diets = ["Sans porc", "Végétarien"];

function read(states: readonly FieldState[], raw: TypedControls, over = rules) {
  const { typed, problems } = readControls({ rules: over, states, diets, today, readPhone }, raw);
  return {
    values: Object.fromEntries(typed.map(({ field, value }) => [field, value])),
    problems: Object.fromEntries(problems.map(({ control, problem }) => [control, problem])),
  };
}

test("what was typed, in the form in which it is kept", () => {
  const { values, problems } = read(guardian, {
    street: " 3  place du Marché ",
    complement: "",
    postcode: "91000",
    city: "Clairval-sur-Orge",
    phone: "0639981021",
    otherPhone: "",
  });
  expect(problems).toEqual({});
  expect(values).toEqual({
    address: "3 place du Marché\n91000 Clairval-sur-Orge",
    phone: "06 39 98 10 21",
    otherPhone: null,
  });
});

test("what is not sent stays as it is, and what is shown only is not read", () => {
  const shown = fieldRules([{ field: "phone", access: "shown", processing: "automatic" }]);
  expect(read(guardian, { phone: "0639981021" }, shown)).toEqual({
    values: { address: "14 rue du Lavoir\n91000 Clairval-sur-Orge", otherPhone: null },
    problems: {},
  });
});

test.each<[TypedControls, Record<string, string>]>([
  [{ phone: "06 39" }, { phone: "phone" }],
  [{ phone: "" }, { phone: "missing" }],
  [{ phone: "06 39 98 10 20 ".repeat(20) }, { phone: "too-long" }],
  [
    { street: "3 rue X", postcode: "9100", city: "" },
    { postcode: "postcode", city: "missing" },
  ],
  [{ street: "", complement: "Bât. C", postcode: "91000", city: "Y" }, { street: "missing" }],
  [{ street: "", complement: "", postcode: "", city: "" }, { street: "missing" }],
  [{ street: "a".repeat(101), postcode: "91000", city: "Y" }, { street: "too-long" }],
])("a guardian's %j", (raw, problems) => {
  expect(read(guardian, raw).problems).toEqual(problems);
});

test.each<[TypedControls, Record<string, string>]>([
  [{ diet: "Sans poisson" }, {}],
  [{ diet: "Végétarien" }, {}],
  [{ diet: "Autre" }, { diet: "diet" }],
  [{ insuranceValidUntil: "2026-09-01" }, {}],
  [{ insuranceValidUntil: "2026-11-21" }, { insuranceValidUntil: "day-range" }],
  [{ insuranceValidUntil: "2026-11-22" }, {}],
  [{ insuranceValidUntil: "2036-11-23" }, { insuranceValidUntil: "day-range" }],
  [{ insuranceValidUntil: "2026-02-30" }, { insuranceValidUntil: "day" }],
  [{ hasPai: "oui", paiValidUntil: "" }, { paiValidUntil: "missing" }],
  [{ hasPai: "oui", paiValidUntil: "2027-07-02" }, {}],
  [{ hasPai: "peut-être" }, { hasPai: "missing" }],
])("a child's %j", (raw, problems) => {
  expect(read(child, raw).problems).toEqual(problems);
});

test("without a PAI, a validity that was typed is dropped", () => {
  const known = [state("hasPai", "oui"), state("paiValidUntil", "2027-07-02")];
  const raw = { hasPai: "non", paiValidUntil: "2027-07-02" };
  expect(read(known, raw)).toEqual({
    values: { hasPai: "non", paiValidUntil: null },
    problems: {},
  });
});

test("a validity that the town requires is asked with a PAI only", () => {
  const wanted = fieldRules([
    { field: "paiValidUntil", access: "required", processing: "examined" },
  ]);
  expect(read(child, { hasPai: "non" }, wanted).problems).toEqual({});
  expect(read(child, { hasPai: "oui" }, wanted).problems).toEqual({ paiValidUntil: "missing" });
});

test("a PAI whose validity the family may not write asks for none", () => {
  const shown = fieldRules([{ field: "paiValidUntil", access: "shown", processing: "examined" }]);
  expect(read(child, { hasPai: "oui" }, shown).problems).toEqual({});
});

test("what waits is where one starts from", () => {
  const waiting = [state("hasPai", null, "oui"), state("paiValidUntil", null, "2027-07-02")];
  expect(read(waiting, { hasPai: "oui", paiValidUntil: "2027-07-02" })).toEqual({
    values: { hasPai: "oui", paiValidUntil: "2027-07-02" },
    problems: {},
  });
});

test("a phone that was kept before overseas numbers had one form is no change until another is typed", () => {
  const kept = [state("phone", "+262692123456")];
  expect(read(kept, { phone: "+262692123456" }).values).toEqual({ phone: "+262692123456" });
  expect(read(kept, { phone: "0692 12 34 56" }).values).toEqual({ phone: "+262692123456" });
  expect(read(kept, { phone: "0692 12 34 57" }).values).toEqual({ phone: "06 92 12 34 57" });
});
