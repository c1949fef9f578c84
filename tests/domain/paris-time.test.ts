import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  day,
  dayOf,
  instant,
  instantOfMoment,
  moment,
  momentAt,
  momentOfInstant,
  parseInstant,
  parseMoment,
  parseTimeOfDay,
} from "@/lib/domain/day";
import { anyInstant, anyMoment } from "../support/arbitraries/days";

describe("Paris wall time", () => {
  const parisFormat = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Paris",
    dateStyle: "short",
    timeStyle: "short",
  });
  const byIntl = (text: string) => parisFormat.format(new Date(text)).replace(" ", "T");

  it("is Intl's at any instant", () => {
    fc.assert(
      fc.property(anyInstant("1996-01-02", "2100-12-31"), (i) => {
        expect(momentOfInstant(i)).toBe(byIntl(i));
      }),
      { numRuns: 2000 },
    );
  });

  it("is Intl's around both changes of every year, to the minute", () => {
    for (let year = 1996; year <= 2100; year += 1) {
      for (const month of [3, 10]) {
        for (let date = 24; date <= 31; date += 1) {
          for (const time of ["00:59:59.999", "01:00:00.000", "01:59:00.000"]) {
            const i = instant(`${year}-${String(month).padStart(2, "0")}-${date}T${time}Z`);
            if (momentOfInstant(i) !== byIntl(i)) throw new Error(`Wrong at ${i}`);
          }
        }
      }
    }
  });

  it("has an instant, as Temporal says: first of a double hour, skipped hour forward", () => {
    fc.assert(
      fc.property(anyMoment("1996-01-02", "2037-12-31"), (m) => {
        const zoned = Temporal.PlainDateTime.from(m).toZonedDateTime("Europe/Paris");
        expect(instantOfMoment(m)).toBe(new Date(zoned.epochMilliseconds).toISOString());
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z", "2026-03-29T01:59"],
    ["2026-03-29T02:00", "2026-03-29T01:00:00.000Z", "2026-03-29T03:00"],
    ["2026-03-29T02:59", "2026-03-29T01:59:00.000Z", "2026-03-29T03:59"],
    ["2026-03-29T03:00", "2026-03-29T01:00:00.000Z", "2026-03-29T03:00"],
    ["2026-10-25T01:59", "2026-10-24T23:59:00.000Z", "2026-10-25T01:59"],
    ["2026-10-25T02:00", "2026-10-25T00:00:00.000Z", "2026-10-25T02:00"],
    ["2026-10-25T02:59", "2026-10-25T00:59:00.000Z", "2026-10-25T02:59"],
    ["2026-10-25T03:00", "2026-10-25T02:00:00.000Z", "2026-10-25T03:00"],
  ])("%s is %s, read back as %s", (wall, utc, back) => {
    expect(instantOfMoment(moment(wall))).toBe(utc);
    expect(momentOfInstant(instant(utc))).toBe(back);
  });

  it("shows the second passage of October's double hour like the first", () => {
    expect(momentOfInstant(instant("2026-10-25T01:30:00.000Z"))).toBe("2026-10-25T02:30");
  });

  it("is already September in Paris while UTC is in August, and the next year in winter", () => {
    const back = instantOfMoment(moment("2026-09-01T00:30"));
    expect(back).toBe("2026-08-31T22:30:00.000Z");
    expect(dayOf(momentOfInstant(back))).toBe("2026-09-01");
    expect(momentOfInstant(instant("2026-12-31T23:00:00.000Z"))).toBe("2027-01-01T00:00");
    expect(momentOfInstant(instant("2026-12-31T22:59:59.999Z"))).toBe("2026-12-31T23:59");
  });
});

describe("texts", () => {
  it("an instant is read from any offset and normalized to UTC", () => {
    fc.assert(
      fc.property(
        anyInstant(),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        fc.boolean(),
        (i, minutes, colon) => {
          const local = new Date(Date.parse(i) + minutes * 60_000).toISOString().slice(0, -1);
          const pad = (n: number) => String(n).padStart(2, "0");
          const size = Math.abs(minutes);
          const offset = `${pad(Math.floor(size / 60))}${colon ? ":" : ""}${pad(size % 60)}`;
          expect(parseInstant(`${local}${minutes < 0 ? "-" : "+"}${offset}`)).toBe(i);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["2025-10-17T22:00:00+00:00", "2025-10-17T22:00:00.000Z"],
    ["2025-10-18T00:00+02:00", "2025-10-17T22:00:00.000Z"],
    ["2025-10-17T22:00:00.123456Z", "2025-10-17T22:00:00.123Z"],
    ["2025-10-17T22:00:00", null],
    ["2025-10-17", null],
    ["2025-02-30T22:00:00Z", null],
    ["2025-10-17T24:00:00Z", null],
    ["2025-10-17T22:00:60Z", null],
    ["2025-10-17T22:00:00123Z", null],
    ["1900-06-01T00:00:00Z", null],
    ["2199-01-01T00:00:00Z", null],
    ["", null],
  ])("reads the instant %j as %j", (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it.each([
    ["00:00", true],
    ["23:59", true],
    ["24:00", false],
    ["23:60", false],
    ["9:00", false],
    ["09:00:00", false],
    ["", false],
  ])("the time %j: %s", (text, valid) => {
    expect(parseTimeOfDay(text)).toBe(valid ? text : null);
    expect(parseMoment(`2026-09-01T${text}`)).toBe(valid ? `2026-09-01T${text}` : null);
  });

  it("a moment needs a day that exists and its T", () => {
    expect(parseMoment("2026-02-30T10:00")).toBeNull();
    expect(parseMoment("2026-09-01 10:00")).toBeNull();
    expect(parseMoment("2026-09-01")).toBeNull();
    expect(() => moment("2026-09-01")).toThrow("Not a moment");
    expect(() => instant("2026-09-01T10:00")).toThrow("Not a instant");
    expect(momentAt(day("2026-09-01"), "10:00")).toBe("2026-09-01T10:00");
  });
});
