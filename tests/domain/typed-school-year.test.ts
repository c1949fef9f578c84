// A school year as an agent types it: what is right comes out as dates, what is wrong says where.
import fc from "fast-check";
import { day } from "@/lib/domain/day";
import { faultBesides, readTypedYear, typedYear } from "@/lib/domain/typed-school-year";
import { zoneCCalendar } from "@/tests/support/school-calendar";

const right = {
  name: "2027-2028",
  from: "2027-09-01",
  to: "2028-07-04",
  breaks: [
    { name: "Vacances de Noël", from: "2027-12-18", to: "2028-01-02" },
    { name: "", from: "", to: "" },
    { name: "Vacances de la Toussaint", from: "2027-10-23", to: "2027-11-07" },
  ],
};

const fields = (typed: typeof right) => {
  const read = readTypedYear(typed, zoneCCalendar.years);
  return read.ok ? [] : read.problems.map(({ field }) => field);
};
const withBreaks = (...breaks: (typeof right)["breaks"]) => ({ ...right, breaks });

test("a year comes out with its breaks in order, without the empty lines", () => {
  expect(readTypedYear(right, zoneCCalendar.years)).toEqual({
    ok: true,
    value: {
      name: "2027-2028",
      firstSchoolDay: "2027-09-01",
      lastSchoolDay: "2028-07-04",
      breaks: [
        {
          name: "Vacances de la Toussaint",
          firstFreeDay: "2027-10-23",
          lastFreeDay: "2027-11-07",
        },
        { name: "Vacances de Noël", firstFreeDay: "2027-12-18", lastFreeDay: "2028-01-02" },
      ],
    },
  });
});

test("the official years are right as they are typed again", () => {
  for (const year of zoneCCalendar.years) {
    expect(readTypedYear(typedYear(year), [])).toEqual({ ok: true, value: year });
    expect(faultBesides(year, [])).toBeNull();
    expect(faultBesides({ ...year, name: "2040-2041" }, zoneCCalendar.years)).toMatch(/chevauch/);
  }
});

test.each([
  ["no name", { ...right, name: "" }, ["name"]],
  ["years that do not follow", { ...right, name: "2027-2029" }, ["name"]],
  ["a name of the list", { ...right, name: "2026 – 2027" }, ["name"]],
  ["no date", { ...right, from: "", to: "31/02/2028" }, ["from", "to"]],
  ["a date that is none", { ...right, to: "2028-02-30" }, ["to"]],
  ["an end before its beginning", { ...right, to: "2027-08-31" }, ["to"]],
  ["a year of eleven years", { ...right, to: "2038-07-04", breaks: [] }, ["to"]],
  ["a year that begins in another", { ...right, from: "2027-07-01", to: "2028-06-01" }, ["from"]],
  [
    "a break without a name or a date",
    withBreaks({ name: "", from: "2027-12-18", to: "" }),
    ["breakName.0", "breakTo.0"],
  ],
  [
    "a break that is the wrong way round",
    withBreaks({ name: "Noël", from: "2028-01-02", to: "2027-12-18" }),
    ["breakTo.0"],
  ],
  [
    "a break outside of its year",
    withBreaks(
      { name: "Avant", from: "2027-08-01", to: "2027-09-10" },
      { name: "Après", from: "2028-07-01", to: "2028-08-30" },
    ),
    ["breakFrom.0", "breakTo.1"],
  ],
  [
    "breaks that overlap",
    withBreaks(
      { name: "Noël", from: "2027-12-18", to: "2028-01-02" },
      { name: "Hiver", from: "2028-01-02", to: "2028-01-10" },
    ),
    ["breakFrom.1"],
  ],
])("%s is told at its field", (_what, typed, expected) => {
  expect(fields(typed)).toEqual(expected);
});

test("whatever is typed, what comes out is a year whose breaks lie in it and apart", () => {
  const date = fc.oneof(
    fc.string({ maxLength: 10 }),
    fc
      .integer({ min: 0, max: 400 })
      .map((n) => new Date(Date.UTC(2027, 8, 1 + n)).toISOString().slice(0, 10)),
  );
  const line = fc.record({ name: fc.constantFrom("", "Noël", "Pont"), from: date, to: date });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), date, (breaks, to) => {
      const read = readTypedYear({ ...right, to, breaks }, zoneCCalendar.years);
      if (!read.ok) return read.problems.length > 0;
      const { firstSchoolDay, lastSchoolDay, breaks: its } = read.value;
      return its.every(
        (b, i) =>
          b.firstFreeDay <= b.lastFreeDay &&
          b.firstFreeDay > (its[i - 1]?.lastFreeDay ?? firstSchoolDay) &&
          b.lastFreeDay <= lastSchoolDay &&
          day(b.lastFreeDay) === b.lastFreeDay,
      );
    }),
  );
});
