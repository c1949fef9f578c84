import * as z from "zod/mini";
import { changedLine, explanation, settingLabel, ticked } from "@/app/admin/reglages/schema";

export const categorySchema = z.object({
  ...changedLine,
  label: settingLabel,
  explanation,
  pai: ticked,
  residence: z.pipe(
    z._default(z.enum(["", "inTown", "outOfTown"]), ""),
    z.transform((text) => (text === "" ? null : text)),
  ),
});
