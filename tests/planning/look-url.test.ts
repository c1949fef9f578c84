import { hrefAt, lookOf } from "@/components/portal/planning/look-url";
import { day } from "@/lib/domain/day";

const read = (href: string) => lookOf((name) => new URL(href).searchParams.get(name) ?? "");

test.each(["week", "month", "year"] as const)(
  "the %s that is shown stands in the address, beside what is there",
  (view) => {
    const href = hrefAt("https://portail.example/calendrier?annee=2&x=1", {
      schoolYearId: 3,
      view,
      anchor: day("2026-11-30"),
    });
    expect(new URL(href).searchParams.get("annee")).toBe("3");
    expect(new URL(href).searchParams.get("x")).toBe("1");
    expect(read(href)).toEqual({ view, anchor: "2026-11-30" });
  },
);

test.each(["", "?semaine=2026-02-31&vue=jour", "?semaine=oups&vue=__proto__"])(
  "« %s » is the week, where the calendar opens by itself",
  (query) => {
    expect(read(`https://portail.example/${query}`)).toEqual({ view: "week", anchor: null });
  },
);
