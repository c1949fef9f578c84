import * as z from "zod/mini";
import { isEmailAddress } from "@/lib/domain/email-address";
import { addressControls } from "@/lib/domain/family-file-form";
import { familyFieldNames } from "@/lib/domain/family-file";
import { idSchema } from "@/lib/schemas";

const id = idSchema;

/** Texts as they were typed: the service reads them by the town's rules. Absent: not asked. */
const controls = Object.fromEntries(
  [...addressControls, ...familyFieldNames.filter((field) => field !== "address")].map((name) => [
    name,
    z.optional(z.string().check(z.maxLength(2000))),
  ]),
) as Record<
  (typeof addressControls)[number] | Exclude<(typeof familyFieldNames)[number], "address">,
  z.ZodMiniOptional<z.ZodMiniString>
>;

const sent = {
  ...controls,
  shown: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  idempotencyKey: z.uuid(),
};

export const guardianSchema = z.object({ ...sent, guardianId: id });
export const childSchema = z.object({ ...sent, childId: id });

export const newEmailSchema = z.object({
  newEmail: z.string("Donnez votre nouvelle adresse électronique.").check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(200, "Cette adresse est trop longue."),
    z.refine(isEmailAddress, {
      error: "Donnez une adresse électronique complète, par exemple nom@exemple.fr.",
    }),
  ),
  motDePasse: z
    .string("Donnez votre mot de passe.")
    .check(z.minLength(1, "Donnez votre mot de passe."), z.maxLength(200)),
});

export const confirmationSchema = z.object({ token: z.string().check(z.maxLength(200)) });
