// What compares rows with their types can fail: else no lie of a type would show.
import { type Shape, faultOf } from "@/tests/support/row-shapes/shape";

const row = (of: Shape): Shape => ({ is: "object", fields: { a: of } });
const text: Shape = { is: "string" };
const maybe: Shape = { is: "either", of: [text, { is: "null" }] };

test.each<[string, Shape, unknown]>([
  ["a bigint where a number is said", row({ is: "number" }), { a: 1n }],
  ["a Date where a day is said", row(text), { a: new Date(0) }],
  ["a string where a Date is said", row({ is: "date" }), { a: "2026-11-26" }],
  ["null where it is not said", row(text), { a: null }],
  ["a column that is not there", row(maybe), {}],
  ["a word that the union does not have", row({ is: "literal", value: "held" }), { a: "due" }],
  ["a fault within a list of objects", row({ is: "list", of: row(text) }), { a: [{ a: 1 }] }],
  ["an object of a class (Decimal)", row({ is: "object", fields: {} }), { a: new (class A {})() }],
])("%s is a fault, and says where", (_name, shape, value) => {
  expect(faultOf(value, shape)).toMatch(/^row\.a/);
});

test("what is of its shape is no fault", () => {
  const shape = row({ is: "list", of: row(maybe) });
  expect(faultOf({ a: [{ a: null }, { a: "x" }], more: 1 }, shape)).toBeNull();
});
