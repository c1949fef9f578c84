import * as z from "zod/mini";
import { cutOffProblemsAt, typedCutOffOf, type CutOffPrefix } from "./cut-off-names";
import { parseTimeOfDay } from "@/lib/domain/day";
import { MOST_PERIODS, readCutOff } from "@/lib/domain/cut-off-form";
import { chosenIdSchema, idSchema } from "@/lib/schemas";
import { changedLine, settingLabel, ticked } from "../schema";

const control = z.prefault(z.string().check(z.trim(), z.maxLength(20)), "");

const controls = [
  ...["kind", "days", "skip", "hours", "weekday", "weeks", "dayOfMonth", "at", "periodsAt"],
  ...Array.from({ length: MOST_PERIODS }, (_, i) => [`from${i}`, `to${i}`, `until${i}`]).flat(),
];

const cutOffFields = (prefix: CutOffPrefix) =>
  Object.fromEntries(controls.map((name) => [`${prefix}-${name}`, control]));

const processing = z.enum(["automatic", "examined"], "Dites si un agent examine ces changements.");

const typedActivity = z.object({
  ...changedLine,
  label: settingLabel,
  departmentId: chosenIdSchema("Choisissez le service qui répond aux familles."),
  additions: processing,
  removals: processing,
  lateAdditions: ticked,
  lateRemovals: ticked,
  ...cutOffFields("add"),
  ...cutOffFields("remove"),
});

/** An activity as it was typed, with the two rules of its controls. */
export const activitySchema = z.pipe(
  typedActivity.check((context) => {
    for (const prefix of ["add", "remove"] as const)
      for (const { name, problem } of cutOffProblemsAt(prefix, context.value))
        context.issues.push({
          code: "custom",
          message: problem,
          path: [name],
          input: context.value,
        });
  }),
  z.transform((typed) => {
    const { id, shown, idempotencyKey, label, departmentId } = typed;
    const { additions, removals, lateAdditions, lateRemovals } = typed;
    const addCutOff = ruleOf("add", typed);
    const removeCutOff = ruleOf("remove", typed);
    const its = { label, departmentId, additions, removals, lateAdditions, lateRemovals };
    return { id, shown, idempotencyKey, setting: { ...its, addCutOff, removeCutOff } };
  }),
);

function ruleOf(prefix: CutOffPrefix, typed: Readonly<Record<string, unknown>>) {
  const read = readCutOff(typedCutOffOf(prefix, typed));
  // What has problems was refused above.
  return read.ok ? read.rule : ({ kind: "none" } as const);
}

const noun = (example: string) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(
        2,
        `Donnez le mot que les familles lisent, par exemple «\u00a0${example}\u00a0».`,
      ),
      z.maxLength(60, "Raccourcissez ce mot\u00a0: 60\u00a0caractères au plus."),
    );

const time = z.pipe(
  z.prefault(
    z.string().check(
      z.trim(),
      z.refine((text) => text === "" || parseTimeOfDay(text) !== null, {
        error: "Donnez une heure, par exemple 11:45, ou laissez vide.",
      }),
    ),
    "",
  ),
  z.transform((text): string | null => text || null),
);

const otherUnit = z.pipe(
  z.prefault(z.union([z.literal(""), idSchema], "Choisissez une unité de la liste."), ""),
  z.transform((value): number | null => (value === "" ? null : value)),
);

export const unitSchema = z
  .object({
    ...changedLine,
    activityId: idSchema,
    label: settingLabel,
    nounSingular: noun("repas"),
    nounPlural: noun("repas"),
    covers: z.prefault(z.array(z.enum(["morning", "noon", "afternoon", "evening"])), []),
    beginsAt: time,
    agentOnly: ticked,
    chargedOnce: ticked,
    lateUnitOfId: otherUnit,
    paiUnitOfId: otherUnit,
  })
  .check((context) => {
    const { agentOnly, covers, lateUnitOfId, paiUnitOfId, chargedOnce } = context.value;
    const refuse = (name: string, message: string) =>
      context.issues.push({ code: "custom", message, path: [name], input: context.value });
    if (!agentOnly && covers.length === 0)
      refuse(
        "covers",
        "Cochez au moins une partie du jour\u00a0: les familles réservent cette unité.",
      );
    if (!agentOnly && (lateUnitOfId ?? paiUnitOfId) !== null)
      refuse(
        "agentOnly",
        "Cochez cette case\u00a0: une unité hors délai ou PAI ne se réserve pas.",
      );
    else if (!agentOnly && chargedOnce)
      refuse("agentOnly", "Cochez cette case\u00a0: ce qui se facture une fois ne se réserve pas.");
  });
