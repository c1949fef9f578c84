import * as z from "zod/mini";
import { LONGEST_LABEL } from "@/lib/domain/tariff/typed-reduction";
import { MOST_BRACKETS } from "@/lib/domain/tariff/typed-grid";
import { idSchema } from "@/lib/schemas";

const id = idSchema;
const text = z.string().check(z.maxLength(60));
const texts = z.array(z.object({ text })).check(z.maxLength(MOST_BRACKETS));

/** A draft, as the agent saw it. */
const draft = {
  versionId: id,
  revision: id,
  idempotencyKey: z.uuid(),
};

const name = z
  .string()
  .check(
    z.trim(),
    z.minLength(3, "Donnez un nom d’au moins 3 caractères."),
    z.maxLength(80, "Raccourcissez le nom\u00a0: 80 caractères au plus."),
  );

/** An empty model is none: the draft begins without a price. */
export const copySchema = z.object({
  modelId: z.pipe(
    z._default(z.string().check(z.regex(/^\d{0,10}$/)), ""),
    z.transform((text): number | null => (text === "" ? null : Number(text))),
  ),
  name,
  idempotencyKey: z.uuid(),
});

/** The prices of an activity's units for a category, as they were typed. */
export const gridSchema = z.object({
  ...draft,
  categoryId: id,
  grid: z.object({
    bounds: texts.check(z.minLength(1)),
    cells: z
      .array(
        z.object({
          unitId: id,
          kind: z.enum(["none", "fixed", "brackets", "effort"]),
          amount: text,
          amounts: texts,
          rate: text,
          floor: text,
          ceiling: text,
        }),
      )
      .check(z.minLength(1), z.maxLength(200)),
  }),
});

const ids = z.array(z.string().check(z.regex(/^[1-9]\d{0,8}$/))).check(z.maxLength(200));

export const settingsSchema = z.object({
  ...draft,
  name,
  unknownQuotient: z.enum(["refuse", "highest"]),
  reductions: z
    .array(
      z.object({
        label: z.string().check(z.maxLength(LONGEST_LABEL * 2)),
        condition: z.enum(["dependentChildren", "rank", "residence"]),
        atLeast: text,
        residence: z.enum(["inTown", "outOfTown"]),
        offKind: z.enum(["percent", "amount"]),
        off: text,
        unitIds: ids,
        categoryIds: ids,
      }),
    )
    .check(z.maxLength(30)),
});

export const fileSchema = z.object({ versionId: id, file: z.file() });

/** The cells that a preview showed. */
export const importSchema = z.object({
  ...draft,
  cells: z
    .array(z.object({ unitId: id, categoryId: id, rule: z.unknown() }))
    .check(z.minLength(1), z.maxLength(5000)),
});

export const deleteSchema = z.object(draft);

export const publishSchema = z.object({
  ...draft,
  from: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "Donnez une date.")),
});
