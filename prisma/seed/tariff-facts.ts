import { z } from "zod";
import { day } from "@/lib/domain/day";
import tariffsJson from "@/prisma/demo/tariffs.json";

const aDay = z.string().transform((text) => day(text));

/** One amount, one for each bracket, or an effort rate. */
const price = z.union([
  z.int(),
  z.array(z.int()),
  z.object({ rate: z.int(), floor: z.int(), ceiling: z.int() }),
]);

const reduction = z.object({
  label: z.string(),
  when: z.union([
    z.object({ kind: z.enum(["dependentChildren", "rank"]), atLeast: z.int() }),
    z.object({ kind: z.literal("residence"), is: z.enum(["inTown", "outOfTown"]) }),
  ]),
  off: z.union([
    z.object({ kind: z.literal("percent"), rate: z.int() }),
    z.object({ kind: z.literal("amount"), amount: z.int() }),
  ]),
  /** "ACTIVITY UNIT"; null: every unit. */
  units: z.union([z.literal("every"), z.array(z.string())]),
  categories: z.union([z.literal("every"), z.array(z.string())]),
});

const version = z.object({
  name: z.string(),
  from: aDay,
  decided: aDay,
  unknownQuotient: z.enum(["refuse", "highest"]),
  bounds: z.array(z.int()),
  reductions: z.array(reduction),
  /** By activity, unit and category. */
  prices: z.record(z.string(), z.record(z.string(), z.record(z.string(), price))),
});

const tariffs = z.object({
  categories: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      explanation: z.string(),
      pai: z.boolean(),
      residence: z.nullable(z.enum(["inTown", "outOfTown"])),
    }),
  ),
  versions: z.array(version),
});

export type TariffVersionFacts = z.output<typeof version>;
export type PriceFact = z.output<typeof price>;

export const tariffFacts = tariffs.parse(tariffsJson);
