import fc from "fast-check";
import {
  effectiveValue,
  familyFieldNames,
  familyFields,
  fieldRules,
  isEditable,
  missingFields,
  planFileChanges,
  shownFields,
  type FamilyField,
  type FieldRule,
  type FieldState,
} from "@/lib/domain/family-file";

const byDefault = fieldRules([]);
const state = (field: FamilyField, value: string | null, pending?: string | null): FieldState => ({
  field,
  value,
  pending: pending === undefined ? null : { value: pending, requestNumber: 12 },
});

describe("the town's rules", () => {
  test("a field that the town has not set keeps its own rule", () => {
    const rules = fieldRules([{ field: "school", access: "shown", processing: "automatic" }]);
    expect(rules.school).toEqual({ access: "shown", processing: "automatic" });
    expect(rules.address).toEqual(familyFields.address.rule);
  });

  test("a hidden field is not shown; the order is the file's", () => {
    const rules = fieldRules([{ field: "phone", access: "hidden", processing: "automatic" }]);
    expect(shownFields(rules, "guardian")).toEqual(["address", "otherPhone", "email"]);
    expect(shownFields(rules, "child")[0]).toBe("school");
  });

  test("only health is health", () => {
    expect(familyFieldNames.filter((field) => familyFields[field].isHealth)).toEqual([
      "hasPai",
      "paiValidUntil",
    ]);
  });

  test("what the town wants may not be emptied", () => {
    const typed = familyFieldNames.map((field) => ({ field, value: null }));
    expect(missingFields(byDefault, typed)).toEqual(["address", "phone", "email"]);
  });
});

describe("what typed values change", () => {
  test("automatic: at once; examined: it waits; old and new are kept", () => {
    const states = [state("address", "A"), state("phone", "1"), state("otherPhone", null)];
    const typed = [
      { field: "address", value: "B" },
      { field: "phone", value: "2" },
      { field: "otherPhone", value: null },
    ] as const;
    expect(planFileChanges(byDefault, states, typed)).toEqual({
      changes: [
        { field: "address", was: "A", now: "B", state: "pending" },
        { field: "phone", was: "1", now: "2", state: "accepted" },
      ],
      superseded: [],
    });
  });

  test("typed again as it was asked: nothing", () => {
    expect(
      planFileChanges(byDefault, [state("address", "A", "B")], [{ field: "address", value: "B" }]),
    ).toEqual({ changes: [], superseded: [] });
  });

  test("another value replaces what was asked, and says what is in force", () => {
    expect(
      planFileChanges(byDefault, [state("address", "A", "B")], [{ field: "address", value: "C" }]),
    ).toEqual({
      changes: [{ field: "address", was: "A", now: "C", state: "pending" }],
      superseded: ["address"],
    });
  });

  test("back to the value in force takes back what was asked, and files nothing", () => {
    expect(
      planFileChanges(byDefault, [state("address", "A", "B")], [{ field: "address", value: "A" }]),
    ).toEqual({ changes: [], superseded: ["address"] });
  });
});

const anyValue = fc.constantFrom("a", "b", "c", null);
const anyRule: fc.Arbitrary<FieldRule> = fc.record({
  access: fc.constantFrom("hidden", "shown", "editable", "required"),
  processing: fc.constantFrom("automatic", "examined"),
});
const anyRules = fc
  .tuple(...familyFieldNames.map(() => anyRule))
  .map((all) =>
    fieldRules(all.map((rule, i) => ({ ...rule, field: familyFieldNames[i] ?? "phone" }))),
  );
const anyStates = fc.subarray([...familyFieldNames]).chain((fields) =>
  fc.tuple(
    ...fields.map((field) =>
      fc
        .tuple(anyValue, fc.option(anyValue, { nil: undefined }))
        // What waits differs from what is in force: else nothing would have been asked.
        .map(([value, pending]) => state(field, value, pending === value ? undefined : pending)),
    ),
  ),
);
const anyTyped = fc
  .subarray([...familyFieldNames])
  .chain((fields) =>
    fc.tuple(...fields.map((field) => anyValue.map((value) => ({ field, value })))),
  );

/** What comes of one field, said in the naive way. */
function oracle(rule: FieldRule, { value, pending }: FieldState, typed: string | null) {
  const nothing = { filed: null, takenBack: false };
  if (rule.access === "hidden" || rule.access === "shown") return nothing;
  if (pending === null)
    return typed === value ? nothing : { filed: [value, typed], takenBack: false };
  if (typed === pending.value) return nothing;
  return { filed: typed === value ? null : [value, typed], takenBack: true };
}

test("planFileChanges does what is said of each field, whatever the rules", () => {
  fc.assert(
    fc.property(anyRules, anyStates, anyTyped, (rules, states, typed) => {
      const plan = planFileChanges(rules, states, typed);
      for (const one of states) {
        const given = typed.find(({ field }) => field === one.field);
        const change = plan.changes.find(({ field }) => field === one.field);
        const expected = given
          ? oracle(rules[one.field], one, given.value)
          : { filed: null, takenBack: false };
        expect(change ? [change.was, change.now] : null).toEqual(expected.filed);
        expect(plan.superseded.includes(one.field)).toBe(expected.takenBack);
        if (change)
          expect(change.state === "accepted").toBe(rules[one.field].processing === "automatic");
      }
      const known = new Set(states.map(({ field }) => field));
      expect(plan.changes.every(({ field }) => known.has(field))).toBe(true);
      expect(
        plan.superseded.every((field) => states.find((s) => s.field === field)?.pending),
      ).toBeTruthy();
    }),
  );
});

test("nothing typed differently: nothing planned; once accepted, the file says what was typed", () => {
  fc.assert(
    fc.property(anyRules, anyStates, anyTyped, (rules, states, typed) => {
      const same = states.map((one) => ({ field: one.field, value: effectiveValue(one) }));
      expect(planFileChanges(rules, states, same)).toEqual({ changes: [], superseded: [] });

      const { changes, superseded } = planFileChanges(rules, states, typed);
      const after = states.map((one): FieldState => {
        const change = changes.find(({ field }) => field === one.field);
        const pending = superseded.includes(one.field) ? null : one.pending;
        return { field: one.field, value: change ? change.now : one.value, pending };
      });
      for (const { field, value } of typed) {
        const one = after.find((known) => known.field === field);
        if (one && isEditable(rules[field])) expect(effectiveValue(one)).toBe(value);
      }
      expect(planFileChanges(rules, after, typed)).toEqual({ changes: [], superseded: [] });
    }),
  );
});
