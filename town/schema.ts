import * as z from "zod/mini";
import { territories } from "@/lib/domain/public-holidays";
import { contrast } from "@/town/contrast";

const text = z.string().check(z.trim(), z.minLength(1, "à remplir"));
const lines = z.array(text).check(z.minLength(1, "une ligne au moins"));
const email = z.email("une adresse électronique");
const url = z.url("une adresse complète, https://…");
const path = z.string().check(z.regex(/^\/[\w./-]+$/, "un chemin de public/, qui commence par /"));
const phone = z.string().check(z.regex(/^0\d( \d\d){4}$/, "un numéro comme 01 23 45 67 89"));
const date = z.iso.date("une date comme 2026-09-01");
const colour = z
  .string()
  .check(z.regex(/^#[0-9a-f]{6}$/, "une couleur comme #1c5b4a, en minuscules"));

/** The least contrast of text, by WCAG 2.2 level AA. */
const READABLE = 4.5;

/** The papers on which the brand's colour is written: the surfaces of app/globals/tokens.css. */
export const surfaces = {
  light: ["#f6f1e9", "#fffdf9", "#ece4d8"],
  dark: ["#141b18", "#1d2622", "#0f1512"],
} as const;

function palette(papers: readonly string[]) {
  const tooPale = (...pairs: [string, string][]) =>
    pairs.some(([a, b]) => contrast(a, b) < READABLE);
  return z
    .object({
      /** Links, main buttons, what is ticked. */
      brand: colour,
      /** Words written on the brand's colour. */
      onBrand: colour,
      /** A breath of the brand, behind text. */
      brandSoft: colour,
      /** The header's band. */
      band: colour,
      /** Words written on the band. */
      onBand: colour,
    })
    .check(
      z.refine((c) => !papers.some((paper) => tooPale([c.brand, paper])), {
        path: ["brand"],
        error: `contraste avec le fond inférieur à ${READABLE}`,
      }),
      z.refine((c) => !tooPale([c.onBrand, c.brand]), {
        path: ["onBrand"],
        error: `contraste avec brand inférieur à ${READABLE}`,
      }),
      z.refine((c) => !tooPale([c.brand, c.brandSoft]), {
        path: ["brandSoft"],
        error: `contraste avec brand inférieur à ${READABLE}`,
      }),
      z.refine((c) => !tooPale([c.onBand, c.band]), {
        path: ["onBand"],
        error: `contraste avec band inférieur à ${READABLE}`,
      }),
    );
}

const townShape = z.object({
  name: text,
  /** After a noun: “de Clairval-sur-Orge”, “d’Orbec”, “du Mesnil”. */
  ofName: text,
  /** What families call the portal. */
  portalName: text,
  /** Drawn on the header's band; `alt` is empty when the name is written beside it. */
  logo: z.object({
    src: path,
    width: z.int().check(z.positive()),
    height: z.int().check(z.positive()),
  }),
  site: z.object({ url, label: text }),
  /** Zone of the school holidays, as the ministry's file names it: what `npm run calendar` takes. */
  schoolZone: z.enum([
    "A",
    "B",
    "C",
    "Corse",
    "Guadeloupe",
    "Guyane",
    "Martinique",
    "Mayotte",
    "Nouvelle Calédonie",
    "Polynésie",
    "Réunion",
    "Saint Pierre et Miquelon",
    "Wallis et Futuna",
  ]),
  /** Public holidays beside the nation's eleven: Alsace-Moselle, or a territory overseas. */
  localHolidays: z.enum(territories),
  colours: z.object({ light: palette(surfaces.light), dark: palette(surfaces.dark) }),
  /** The department that answers families. */
  department: z.object({
    name: text,
    email,
    phone,
    address: lines,
    openingHours: z.array(z.object({ days: text, hours: text })).check(z.minLength(1)),
  }),
  /** What e-mails bear as their sender; the address itself is MAIL_FROM. */
  mail: z.object({ senderName: text }),
  authorizations: z.object({
    /** From that day of each year on, families are asked whether their answers still hold. */
    confirmEachYearFrom: z.nullable(
      z.string().check(z.regex(/^\d{2}-\d{2}$/, "un mois et un jour comme 09-01, ou null")),
    ),
  }),
  supportingDocuments: z.object({
    /** In bytes, of one file. What the host takes in one request bounds it too: see README.md. */
    largestFile: z.int().check(z.positive()),
    /** How long before its last day a family is told that a document expires. */
    remindDaysBefore: z.int().check(z.positive()),
  }),
  secondFactor: z.object({
    /** How long an agent may go without a second factor, from the first sign-in on. */
    graceDays: z.int().check(z.nonnegative()),
  }),
  contacts: z.object({
    /** In years: whom a family may name to fetch a child; null: at any age. */
    minimumAge: z.nullable(z.int().check(z.positive())),
  }),
  legal: z.object({
    /** The local authority, as it signs. */
    authority: text,
    address: lines,
    phone,
    publicationDirector: text,
    host: z.object({ name: text, address: lines, phone }),
    dataProtectionEmail: email,
  }),
  /** How long the town keeps what it holds, in words (“trois ans après…”). */
  retention: z.object({
    familyFile: text,
    reservations: text,
    requests: text,
    account: text,
    journal: text,
  }),
  accessibility: z.object({
    status: z.enum(["non conforme", "partiellement conforme", "totalement conforme"]),
    declaredOn: date,
    /** The audit on which the status rests; null as long as there is none. */
    audit: z.nullable(z.object({ by: text, on: date, ratePercent: z.number() })),
    knownGaps: z.array(text),
    email,
  }),
});

export type Town = z.output<typeof townShape>;
export type TownInput = z.input<typeof townShape>;

/**
 * The town's configuration, checked: a wrong value stops the build or the start, and the message names
 * its field. Without an audit, the law lets a town declare “non conforme” only.
 */
export function defineTown(input: TownInput): Town {
  const parsed = townShape.safeParse(input);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((i) => `${i.path.join(".")} : ${i.message}`);
  const { audit, status } = input.accessibility ?? {};
  if (audit === null && status !== "non conforme") {
    problems.push("accessibility.status : « non conforme » tant qu’aucun audit n’est fait");
  }
  if (!parsed.success || problems.length > 0) {
    throw new Error(`town/town.ts\n  ${problems.join("\n  ")}`);
  }
  return parsed.data;
}
