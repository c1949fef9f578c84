import * as z from "zod/mini";
import { changedLine, settingLabel, ticked } from "../schema";

export const establishmentSchema = z.object({
  ...changedLine,
  name: settingLabel,
  archived: ticked,
});
