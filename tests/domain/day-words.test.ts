import fc from "fast-check";
import { day, moment } from "@/lib/domain/day";
import {
  formatDay,
  formatMoment,
  formatMomentShort,
  formatPeriod,
  formatTime,
  listInWords,
  monthName,
  plural,
  typographic,
  weekdayName,
  weekdayPlural,
  weekdayShort,
} from "@/lib/domain/day-words";
import { anyDay } from "../support/arbitraries/days";

describe("a day in words", () => {
  const byIntl = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", ...options });
    return (d: string) => format.format(new Date(`${d}T00:00:00Z`)).replace(/\b1 /, "1er ");
  };
  const full = byIntl({ dateStyle: "full" });
  const numeric = byIntl({ dateStyle: "short" });
  const short = byIntl({ weekday: "short", day: "numeric", month: "short" });
  const medium = byIntl({ dateStyle: "medium" });
  const month = byIntl({ month: "long", year: "numeric" });

  it("is Intl's French, on any day", () => {
    fc.assert(
      fc.property(anyDay(), (d) => {
        // Intl leaves "1er" to the caller, who meets it as "mardi 1 septembre".
        const first = d.endsWith("-01");
        const withFirst = (text: string) => (first ? text : text.replace("1er ", "1 "));
        expect(formatDay(d, "long")).toBe(withFirst(full(d)));
        expect(formatDay(d, "short")).toBe(withFirst(short(d)));
        expect(formatDay(d, "dateMedium")).toBe(withFirst(medium(d)));
        expect(formatDay(d, "numeric")).toBe(numeric(d));
        expect(monthName(d.slice(0, 7))).toBe(month(d));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ["2026-09-03", "long", "jeudi 3 septembre 2026"],
    ["2026-09-03", "medium", "jeu. 3 sept. 2026"],
    ["2026-09-03", "short", "jeu. 3 sept."],
    ["2026-09-03", "numeric", "03/09/2026"],
    ["2026-09-03", "dayMonth", "3 septembre"],
    ["2026-09-03", "dateMedium", "3 sept. 2026"],
    ["2026-09-01", "long", "mardi 1er septembre 2026"],
    ["2026-09-01", "short", "mar. 1er sept."],
    ["2026-09-11", "dayMonth", "11 septembre"],
    ["2026-12-31", "medium", "jeu. 31 déc. 2026"],
  ] as const)("%s %s: %s", (d, style, words) => {
    expect(formatDay(day(d), style)).toBe(words);
  });
});

describe("moments, periods, lists", () => {
  it("uses non-breaking spaces inside an hour", () => {
    expect(formatTime("23:59")).toBe("23\u00a0h\u00a059");
    expect(formatTime("09:05")).toBe("9\u00a0h\u00a005");
    expect(formatTime("09:00")).toBe("9\u00a0h");
    expect(formatTime("00:00")).toBe("0\u00a0h");
    const m = moment("2026-11-26T23:59");
    expect(formatMoment(m)).toBe("jeudi 26 novembre 2026 à 23\u00a0h\u00a059");
    expect(formatMomentShort(m)).toBe("jeu. 26 nov., 23\u00a0h\u00a059");
  });

  it("writes a period, or its one day", () => {
    const from = day("2025-09-02");
    expect(formatPeriod({ from, to: day("2026-07-02") })).toBe("du 2 sept. 2025 au 2 juil. 2026");
    expect(formatPeriod({ from, to: from })).toBe("le 2 sept. 2025");
  });

  it("names weekdays", () => {
    expect([weekdayName(1), weekdayName(7)]).toEqual(["lundi", "dimanche"]);
    expect([weekdayShort(3), weekdayPlural(2)]).toEqual(["mer.", "mardis"]);
  });

  it("lists, counts, and prints apostrophes", () => {
    expect(listInWords([])).toBe("");
    expect(listInWords(["a"])).toBe("a");
    expect(listInWords(["a", "b"])).toBe("a et b");
    expect(listInWords(["a", "b", "c"])).toBe("a, b et c");
    const studies = [0, 1, 2, 65].map((n) => plural(n, "étude", "études"));
    expect(studies).toEqual(["0 étude", "1 étude", "2 études", "65 études"]);
    expect(typographic("Vacances d'hiver, pont de l'Ascension")).toBe(
      "Vacances d’hiver, pont de l’Ascension",
    );
  });
});
