import type { Town } from "@/town/schema";

/** The town's colours as the custom properties that app/globals/tokens.css reads: `--town-band-dark`… */
export function townStyle({ colours }: Town): Record<string, string> {
  const names = {
    brand: "brand",
    onBrand: "on-brand",
    brandSoft: "brand-soft",
    band: "band",
    onBand: "on-band",
  } as const;
  const keys = Object.keys(names) as (keyof typeof names)[];
  return Object.fromEntries(
    keys.flatMap((key) => [
      [`--town-${names[key]}-light`, colours.light[key]],
      [`--town-${names[key]}-dark`, colours.dark[key]],
    ]),
  );
}
