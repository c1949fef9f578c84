import { readFileSync } from "node:fs";
import { contrast } from "@/town/contrast";
import { surfaces } from "@/town/schema";
import { townStyle } from "@/town/style";
import { town } from "@/town/town";

const css = readFileSync("app/globals/tokens.css", "utf8");
const declared = townStyle(town);

/** The tokens of one scheme, from the stylesheet itself; the dark ones are laid over the light ones. */
function tokens(scheme: "light" | "dark"): Map<string, string> {
  const [light = "", dark = ""] = css.split("@media screen and (prefers-color-scheme: dark)");
  const blocks = scheme === "light" ? [light] : [light, dark];
  const found = blocks.flatMap((block) => [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)]);
  return new Map(
    found.map(([, name = "", value = ""]) => {
      const fromTown = /^var\((--town-[\w-]+)\)$/.exec(value.trim())?.[1];
      return [name, fromTown ? (declared[fromTown] ?? "") : value.trim()];
    }),
  );
}

const papers = ["surface-page", "surface-card", "surface-sunken"];
const states = [
  ...["free", "reserved", "pending", "added", "removed", "removal-pending", "late", "closed"],
  ...["past", "elsewhere", "full", "success", "warning", "danger", "info"],
];

/** [ink, paper, least contrast]: 4.5 for text, 3 for edges, icons and focus (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: [string, string, number][] = [
  ...papers.flatMap((paper): [string, string, number][] => [
    ["text", paper, 4.5],
    ["text-muted", paper, 4.5],
    ["brand", paper, 4.5],
    ["line-control", paper, 3],
    ["focus", paper, 3],
    ["danger-ink", paper, 4.5],
  ]),
  ["text", "brand-soft", 4.5],
  ["brand", "brand-soft", 4.5],
  ["on-brand", "brand", 4.5],
  ["on-band", "band", 4.5],
  ["focus-on-band", "band", 3],
  ["on-accent", "accent", 4.5],
  ...states.flatMap((state): [string, string, number][] => [
    [`${state}-ink`, `${state}-bg`, 4.5],
    [`${state}-line`, `${state}-bg`, 3],
    [`${state}-line`, "surface-card", 3],
    [`${state}-line`, "surface-page", 3],
    ["focus", `${state}-bg`, 3],
  ]),
];

describe.each(["light", "dark"] as const)("the %s colours", (scheme) => {
  const colours = tokens(scheme);

  test.each(pairs)("%s on %s reaches %d", (ink, paper, least) => {
    expect(contrast(colours.get(ink) ?? "", colours.get(paper) ?? "")).toBeGreaterThanOrEqual(
      least,
    );
  });

  test("the town's brand is checked against the surfaces of the stylesheet", () => {
    expect(papers.map((paper) => colours.get(paper))).toEqual([...surfaces[scheme]]);
  });
});

test("dark redefines every colour", () => {
  const names = [...tokens("light")].filter(([, value]) => value.startsWith("#")).map(([n]) => n);
  const light = tokens("light");
  const dark = tokens("dark");
  expect(names.length).toBeGreaterThan(50);
  expect(
    names.filter((name) => light.get(name) === dark.get(name) && name !== "focus-on-band"),
  ).toEqual([]);
});

test("contrast of black and white is 21, of a colour and itself 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#777777")).toBe(1);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
