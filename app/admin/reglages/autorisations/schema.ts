import * as z from "zod/mini";
import { changedLine, explanation, settingLabel, ticked } from "../schema";
import { authorizationIconNames } from "./icon-words";

const oldest = 17;

const age = z.pipe(
  z.prefault(
    z
      .string()
      .check(
        z.trim(),
        z.regex(
          new RegExp(`^(|[1-9]|1[0-${oldest - 10}])$`),
          `Donnez un âge de 1 à ${oldest}\u00a0ans, ou laissez vide.`,
        ),
      ),
    "",
  ),
  z.transform((text): number | null => (text === "" ? null : Number(text))),
);

/** A type of authorization, as it was typed. */
export const authorizationSchema = z.object({
  ...changedLine,
  label: settingLabel,
  explanation,
  icon: z.enum(authorizationIconNames, "Choisissez une image."),
  subject: z.enum(["child", "contact"], "Dites pour qui la question est posée."),
  required: ticked,
  minimumAge: age,
  active: ticked,
});
