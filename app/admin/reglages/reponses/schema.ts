import * as z from "zod/mini";
import { answeredKinds, REASON_LENGTH, TEMPLATE_NAME } from "@/lib/domain/answer-template";
import { changedLine, ticked } from "../schema";

const missing = "Écrivez le texte, en 3 à 500\u00a0caractères\u00a0: les familles le liront.";

/** A template, as it was typed. */
export const templateSchema = z.object({
  ...changedLine,
  name: z
    .string("Donnez un nom.")
    .check(
      z.trim(),
      z.minLength(TEMPLATE_NAME.least, "Donnez un nom d’au moins 3\u00a0caractères."),
      z.maxLength(TEMPLATE_NAME.most, "Raccourcissez le nom\u00a0: 60\u00a0caractères au plus."),
    ),
  text: z
    .string(missing)
    .check(
      z.trim(),
      z.minLength(REASON_LENGTH.least, missing),
      z.maxLength(REASON_LENGTH.most, "Raccourcissez le texte\u00a0: 500\u00a0caractères au plus."),
    ),
  kinds: z
    ._default(z.array(z.enum(answeredKinds)), [])
    .check(z.minLength(1, "Cochez au moins une sorte de demande.")),
  active: ticked,
});
