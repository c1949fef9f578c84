import { defineTown, type TownInput } from "@/town/schema";
import { townStyle } from "@/town/style";
import { town } from "@/town/town";

function changed(change: (input: TownInput) => void): () => unknown {
  const input = structuredClone(town) as TownInput;
  change(input);
  return () => defineTown(input);
}

describe("defineTown", () => {
  test("accepts the demo town", () => {
    expect(defineTown(town)).toEqual(town);
  });

  test.each<[string, (input: TownInput) => void]>([
    ["name", (t) => (t.name = "  ")],
    ["department.email", (t) => (t.department.email = "education")],
    ["department.phone", (t) => (t.department.phone = "1234")],
    ["site.url", (t) => (t.site.url = "clairval")],
    ["schoolZone", (t) => (t.schoolZone = "D" as "C")],
    ["localHolidays", (t) => (t.localHolidays = "alsace" as "none")],
    ["colours.dark.band", (t) => (t.colours.dark.band = "green")],
    ["accessibility.declaredOn", (t) => (t.accessibility.declaredOn = "2026-02-30")],
    ["logo.src", (t) => (t.logo.src = "logo.svg")],
  ])("names the field %s when it is wrong", (field, change) => {
    expect(changed(change)).toThrow(
      new RegExp(`town/town\\.ts[^]*${field.replaceAll(".", "\\.")} : `),
    );
  });

  test.each<[string, (input: TownInput) => void]>([
    ["colours.light.brand", (t) => (t.colours.light.brand = "#8ed3b6")],
    ["colours.light.onBrand", (t) => (t.colours.light.onBrand = "#333333")],
    ["colours.light.brandSoft", (t) => (t.colours.light.brandSoft = "#4d8a79")],
    ["colours.dark.onBand", (t) => (t.colours.dark.onBand = "#225044")],
  ])("refuses %s when it cannot be read", (field, change) => {
    expect(changed(change)).toThrow(field);
  });

  test("lets a town claim conformity only on an audit", () => {
    const claim = (t: TownInput) => (t.accessibility.status = "partiellement conforme");
    expect(changed(claim)).toThrow("accessibility.status");
    const audited = changed((t) => {
      claim(t);
      t.accessibility.audit = { by: "un cabinet", on: "2026-10-01", ratePercent: 81 };
    });
    expect(audited).not.toThrow();
  });
});

test("townStyle gives each colour once for each scheme", () => {
  const style = townStyle(town);
  expect(Object.keys(style)).toHaveLength(10);
  expect(style["--town-on-brand-dark"]).toBe(town.colours.dark.onBrand);
});
