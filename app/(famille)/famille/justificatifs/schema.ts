import * as z from "zod/mini";
import { parseDay, type Day } from "@/lib/domain/day";
import type { DocumentAbout } from "@/lib/domain/supporting-document";
import { idSchema } from "@/lib/schemas";
import { parseAbout } from "./about-param";

const id = idSchema;

/** Whom the document is about: "famille", "enfant-12", "responsable-3". */
const about = z.pipe(
  z.string("Choisissez pour qui est ce document.").check(
    z.refine((text) => parseAbout(text) !== null, {
      error: "Choisissez pour qui est ce document.",
    }),
  ),
  z.transform((text): DocumentAbout => parseAbout(text) ?? { childId: null, guardianId: null }),
);

const validUntil = z.pipe(
  z.prefault(
    z.string().check(
      z.refine((text) => text === "" || parseDay(text) !== null, {
        error: "Donnez une date complète\u00a0: jour, mois et année.",
      }),
    ),
    "",
  ),
  z.transform((text): Day | null => parseDay(text)),
);

/** A field left empty sends one file without a name and without a byte. */
const files = z.pipe(
  z.prefault(z.array(z.instanceof(File)).check(z.maxLength(100)), []),
  z.transform((all) => all.filter(({ name, size }) => name !== "" || size > 0)),
);

export const documentSchema = z.object({
  typeId: id,
  about,
  validUntil,
  /** The request past its cut-off that it is joined to. */
  requestNumber: z.prefault(z.nullable(id), null),
  files,
  idempotencyKey: z.uuid(),
});
