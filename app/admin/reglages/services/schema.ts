import * as z from "zod/mini";
import { isEmailAddress } from "@/lib/domain/email-address";
import { readPhone } from "@/lib/phone";
import { changedLine, settingLabel } from "../schema";

const phone = z.pipe(
  z.prefault(
    z.string().check(
      z.trim(),
      z.refine((text) => text === "" || readPhone(text) !== null, {
        error:
          "Donnez un numéro de téléphone complet, par exemple 01\u00a099\u00a000\u00a014\u00a020, ou laissez vide.",
      }),
    ),
    "",
  ),
  z.transform((text): string | null => (text === "" ? null : readPhone(text))),
);

const missing =
  "Donnez l’adresse électronique du service, par exemple education@ville.fr\u00a0: les familles lui répondent.";

export const departmentSchema = z.object({
  ...changedLine,
  name: settingLabel,
  email: z
    .string(missing)
    .check(z.trim(), z.maxLength(200, missing), z.refine(isEmailAddress, { error: missing })),
  phone,
});
