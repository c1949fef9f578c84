import * as z from "zod/mini";
import { changedLine, explanation, settingLabel, ticked } from "../schema";
import { subjects, validities } from "./choices";

const months = z.pipe(
  z.prefault(
    z
      .string()
      .check(
        z.trim(),
        z.regex(/^(|[1-9]\d?|1[01]\d|120)$/, "Donnez un nombre de mois, de 1 à 120."),
      ),
    "",
  ),
  z.transform((text): number | null => (text === "" ? null : Number(text))),
);

const typed = z.object({
  ...changedLine,
  label: settingLabel,
  explanation,
  subject: z.enum(subjects, "Dites pour qui le document est demandé."),
  validity: z.enum(validities, "Dites combien de temps le document est valable."),
  validityMonths: months,
  processing: z.enum(["automatic", "examined"], "Dites si un agent examine le document."),
  required: ticked,
  active: ticked,
});

/** A kind of document, as it was typed; months count for that validity only. */
export const documentTypeSchema = z.pipe(
  typed,
  z.transform((one) => ({
    ...one,
    validityMonths: one.validity === "months" ? one.validityMonths : null,
  })),
);
