import * as z from "zod/mini";
import {
  familyFieldNames,
  fieldAccessLabel,
  type FieldAccess,
  type FieldRules,
} from "@/lib/domain/family-file";
import { changedLine, settingLabel, stampSchema, ticked } from "../schema";
import { accessName, processingName } from "./names";

const accesses = Object.keys(fieldAccessLabel) as readonly FieldAccess[];

const access = z.enum(accesses, "Dites ce que les familles voient et modifient.");
const processing = z.enum(["automatic", "examined"], "Dites si un agent examine les changements.");

/** Every field's rule, as it was chosen. */
export const fieldRulesSchema = z.pipe(
  z.object({
    ...Object.fromEntries(familyFieldNames.map((field) => [accessName(field), access])),
    ...Object.fromEntries(familyFieldNames.map((field) => [processingName(field), processing])),
    shown: stampSchema,
    idempotencyKey: z.uuid(),
  }),
  z.transform((typed) => {
    const { shown, idempotencyKey } = typed;
    return { rules: rulesOf(typed), shown, idempotencyKey };
  }),
);

function rulesOf(typed: Readonly<Record<string, unknown>>): FieldRules {
  const rules = familyFieldNames.map((field) => [
    field,
    { access: typed[accessName(field)], processing: typed[processingName(field)] },
  ]);
  return Object.fromEntries(rules) as FieldRules;
}

export const dietSchema = z.object({ ...changedLine, label: settingLabel, active: ticked });
