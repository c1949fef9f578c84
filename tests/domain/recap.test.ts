import fc from "fast-check";
import { addDays, day, eachDay, weekdayOf, type Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { describeDays, recapPages } from "@/lib/domain/recap";

const repas = { nounSingular: "repas", nounPlural: "repas" };
const etude = { nounSingular: "étude", nounPlural: "études" };

/** School days of a made-up term: Monday, Tuesday, Thursday, Friday, two weeks of holidays inside. */
const open = eachDay({ from: day("2025-09-01"), to: day("2025-12-19") }).filter(
  (d) => [1, 2, 4, 5].includes(weekdayOf(d)) && !(d >= "2025-10-18" && d <= "2025-11-02"),
);
const on = (...weekdays: number[]) => open.filter((d) => weekdays.includes(weekdayOf(d)));
const weekOf = (d: Day) => Math.floor((Date.parse(d) - Date.parse("2025-09-01")) / 604_800_000);
const say = (days: readonly Day[], unit = repas, openDays: readonly Day[] = open) =>
  describeDays(days, unit, openDays).replaceAll("\u00a0", " ");
const without = (days: readonly Day[], ...gone: string[]) => days.filter((d) => !gone.includes(d));

describe("the days of a unit in words", () => {
  test("every week, holidays and all", () => {
    expect(say(on(2, 4))).toBe(
      "tous les mardis et jeudis, du 2 sept. 2025 au 18 déc. 2025 : 28 repas",
    );
    expect(say(on(1), etude)).toBe(
      "tous les lundis, du 1er sept. 2025 au 15 déc. 2025 : 14 études",
    );
  });

  test("a holiday is no exception; an open day that is not taken is one", () => {
    expect(say(without(on(2, 4), "2025-10-16"))).toBe(
      "tous les mardis et jeudis, du 2 sept. 2025 au 18 déc. 2025, " +
        "sauf le jeudi 16 oct. 2025 : 27 repas",
    );
    expect(say(without(on(2, 4), "2025-10-16", "2025-11-18"))).toContain(
      "sauf le jeudi 16 oct. 2025 et le mardi 18 nov. 2025 : 26 repas",
    );
  });

  test("more than five exceptions are counted", () => {
    const six = [
      "2025-09-16",
      "2025-10-02",
      "2025-10-09",
      "2025-11-06",
      "2025-11-18",
      "2025-12-04",
    ];
    expect(say(without(on(1, 2, 4, 5), ...six))).toMatch(/, sauf 6 jours : 50 repas$/);
  });

  test("a day beside the rule is named", () => {
    expect(say([...on(2, 4), day("2025-11-21")].sort())).toBe(
      "tous les mardis et jeudis, du 2 sept. 2025 au 18 déc. 2025, " +
        "et aussi le vendredi 21 nov. 2025 : 29 repas",
    );
  });

  test("one week in two, in three", () => {
    expect(say(on(2, 4).filter((d) => weekOf(d) % 2 === 0))).toBe(
      "les mardis et jeudis, une semaine sur deux, du 2 sept. 2025 au 11 déc. 2025 : 14 repas",
    );
    expect(say(on(1).filter((d) => weekOf(d) % 3 === 0))).toMatch(
      /^les lundis, une semaine sur trois, du 1er sept\. 2025 au 15 déc\. 2025 : \d repas$/,
    );
    expect(say(on(1).filter((d) => weekOf(d) % 3 !== 2))).toMatch(
      /^les lundis, deux semaines sur trois \(la 1re et la 2e\), du 1er sept\. 2025 /,
    );
    expect(say(on(1).filter((d) => weekOf(d) % 3 !== 1))).toMatch(
      /^les lundis, deux semaines sur trois \(la 1re et la 3e\), du 1er sept\. 2025 /,
    );
    expect(say(on(1).filter((d) => weekOf(d) % 3 !== 0))).toMatch(
      /^les lundis, deux semaines sur trois \(la 1re et la 2e\), du 8 sept\. 2025 /,
    );
  });

  test("two weeks that differ, three weeks that differ", () => {
    const even = (d: Day) => weekOf(d) % 2 === 0;
    expect(say(open.filter((d) => [2, 4].includes(weekdayOf(d)) === even(d)))).toMatch(
      /^une semaine les mardis et jeudis, l’autre les lundis et vendredis, du /,
    );
    const third = open.filter((d) => weekdayOf(d) === [1, 2, 0][weekOf(d) % 3]);
    expect(say(third)).toMatch(
      /^par cycle de trois semaines \(les lundis, puis les mardis, puis aucun jour\), du /,
    );
  });

  test("a cycle is told from the week in which its sentence starts, whatever odd day comes first", () => {
    const fridays = (d: Day) => weekdayOf(d) === 5 && weekOf(d) % 2 === 1;
    const tuesdays = (d: Day) => weekdayOf(d) === 2 && weekOf(d) % 2 === 0;
    const cycle = open.filter((d) => d >= "2025-09-08" && (fridays(d) || tuesdays(d)));
    const said = "une semaine les vendredis, l’autre les mardis, du 12 sept. 2025 au ";
    expect(say(cycle)).toMatch(new RegExp(`^${said}`));
    const withOdd = [day("2025-09-01"), ...cycle];
    expect(say(withOdd)).toMatch(new RegExp(`^${said}.*, et aussi le lundi 1er sept. 2025`));
  });

  test("up to three dates are listed, and days without a rule are counted", () => {
    expect(say([day("2025-09-02")])).toBe("le mardi 2 sept. 2025 : 1 repas");
    expect(say([day("2025-09-04"), day("2025-09-02")])).toBe(
      "le mardi 2 sept. 2025 et le jeudi 4 sept. 2025 : 2 repas",
    );
    const scattered = ["2025-09-02", "2025-09-19", "2025-10-06", "2025-11-13", "2025-12-19"];
    expect(say(scattered.map(day))).toBe(
      "5 dates entre le mardi 2 sept. 2025 et le vendredi 19 déc. 2025 : 5 repas",
    );
    expect(say([])).toBe("0 repas");
  });

  test("any choice: the number is right, and few exceptions are each named", () => {
    const anyPlan = fc.record({
      weekdays: fc.subarray([1, 2, 4, 5], { minLength: 1 }),
      gone: fc.uniqueArray(fc.nat({ max: 200 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(anyPlan, ({ weekdays, gone }) => {
        const rule = on(...weekdays);
        // Not the ends of the rule: they only shorten its period.
        const missing = [...new Set(gone.map((n) => rule[1 + (n % (rule.length - 2))]))].filter(
          (d) => d !== undefined,
        );
        const days = rule.filter((d) => !missing.includes(d));
        fc.pre(missing.length <= days.length / 4);
        const text = say(days);
        expect(text.endsWith(` : ${days.length} repas`)).toBe(true);
        for (const d of missing) expect(text).toContain(formatDay(d, "dateMedium"));
      }),
    );
  });

  test("any days at all: the number is right, and no day is named that does not matter", () => {
    fc.assert(
      fc.property(fc.subarray(open), (days) => {
        const text = say(days);
        expect(text).toMatch(new RegExp(`(^|: )${days.length} repas$`));
        if (text.startsWith("tous les") && text.includes("sauf le")) {
          const [rule = "", exceptions = ""] = text.split("sauf ");
          const named = open.filter((d) => exceptions.includes(` ${formatDay(d, "dateMedium")}`));
          const extras = rule.includes("et aussi") || exceptions.includes("et aussi");
          if (!extras) expect(named.filter((d) => days.includes(d))).toEqual([]);
        }
      }),
    );
  });
});

test("pages of twenty dates", () => {
  const days = Array.from({ length: 65 }, (_, i) => addDays(day("2025-09-08"), i));
  const pages = recapPages(days);
  expect(pages.map((page) => page.length)).toEqual([20, 20, 20, 5]);
  expect(pages.flat()).toEqual(days);
  expect(recapPages([])).toEqual([]);
  expect(recapPages(days, 50).map((page) => page.length)).toEqual([50, 15]);
});
