import * as z from "zod/mini";
import { isEmailAddress } from "@/lib/domain/email-address";
import { isSafeHref } from "@/lib/domain/rich-text";
import { parseOpeningHours, type OpeningHours } from "@/lib/domain/town-identity";
import { readPhone } from "@/lib/phone";
import { changedLine, stampSchema } from "../schema";

const text = (missing: string, most = 80) =>
  z
    .string(missing)
    .check(
      z.trim(),
      z.minLength(1, missing),
      z.maxLength(most, `Raccourcissez ce texte\u00a0: ${most}\u00a0caractères au plus.`),
    );

const email = "Donnez l’adresse électronique du service, par exemple education@ville.fr.";
const phone =
  "Donnez un numéro de téléphone complet, par exemple 01\u00a099\u00a000\u00a014\u00a020.";
const site = "Donnez l’adresse complète du site, qui commence par https://.";
const ofName =
  "Écrivez le nom comme après «\u00a0la ville\u00a0»\u00a0: «\u00a0de Clairval\u00a0», «\u00a0d’Orbec\u00a0» ou «\u00a0du Mesnil\u00a0».";
const hours =
  "Sur chaque ligne, écrivez les jours, deux-points, puis les heures\u00a0: «\u00a0Jeudi\u00a0: 9 h – 12 h\u00a0».";

const lines = (typed: string) =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const address = z.pipe(
  text("Donnez l’adresse, sur une ou plusieurs lignes.", 300),
  z.transform(lines),
);

const openingHours = z.pipe(
  text("Donnez au moins une ligne d’horaires.", 1_000).check(
    z.refine((typed) => lines(typed).every((line) => parseOpeningHours(line) !== null), {
      error: hours,
    }),
  ),
  z.transform((typed): OpeningHours[] =>
    lines(typed).flatMap((line) => parseOpeningHours(line) ?? []),
  ),
);

const { idempotencyKey } = changedLine;

export const identitySchema = z.object({
  shown: stampSchema,
  idempotencyKey,
  name: text("Donnez le nom de la commune."),
  ofName: z.pipe(
    text(ofName).check(
      z.refine((typed) => /^(de |du |des |d[’'])\S/i.test(typed), { error: ofName }),
    ),
    z.transform((typed) => typed.replaceAll("'", "’")),
  ),
  portalName: text("Donnez le nom du portail.", 40),
  siteUrl: text(site, 200).check(
    z.refine((typed) => /^https?:/i.test(typed) && isSafeHref(typed), { error: site }),
  ),
  siteLabel: text(
    "Donnez ce que dit le lien vers le site, par exemple «\u00a0Site de la ville\u00a0».",
  ),
  departmentName: text("Donnez le nom du service qui répond aux familles."),
  email: text(email, 200).check(z.refine(isEmailAddress, { error: email })),
  phone: z.pipe(
    text(phone).check(z.refine((typed) => readPhone(typed) !== null, { error: phone })),
    z.transform((typed) => readPhone(typed) ?? typed),
  ),
  address,
  openingHours,
});
