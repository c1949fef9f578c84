import * as z from "zod/mini";
import type { Civility } from "@/lib/domain/contact";
import { parseDay, type Day } from "@/lib/domain/day";
import { readPhone } from "@/lib/phone";
import { idSchema } from "@/lib/schemas";
import { town } from "@/town/town";

const id = idSchema;
const key = z.uuid();
const stamp = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const line = (missing: string) =>
  z
    .string(missing)
    .check(
      z.trim(),
      z.minLength(1, missing),
      z.maxLength(80, "Écrivez 80\u00a0caractères au plus."),
    );

const phone = z.pipe(
  z.string("Donnez un numéro de téléphone.").check(
    z.refine((text) => readPhone(text) !== null, {
      error:
        "Donnez un numéro de téléphone complet, par exemple 06\u00a012\u00a034\u00a056\u00a078, ou qui commence par + pour un pays étranger.",
    }),
  ),
  z.transform((text) => readPhone(text)),
);

const isAsked = town.contacts.minimumAge !== null;
const birthDate = z.pipe(
  z.prefault(
    z.string().check(
      z.trim(),
      z.refine((text) => text !== "" || !isAsked, { error: "Donnez la date de naissance." }),
      z.refine((text) => text === "" || parseDay(text) !== null, {
        error: "Donnez une date de naissance complète\u00a0: jour, mois et année.",
      }),
    ),
    "",
  ),
  z.transform((text): Day | null => parseDay(text)),
);

const civility = z.pipe(
  z.prefault(z.enum(["", "madame", "monsieur"]), ""),
  z.transform((word): Civility | null => (word === "" ? null : word)),
);

const fields = {
  civility,
  firstName: line("Donnez le prénom."),
  lastName: line("Donnez le nom."),
  tie: line("Dites qui est cette personne pour l’enfant, par exemple «\u00a0Grand-mère\u00a0»."),
  phone,
  birthDate,
  childIds: z.prefault(
    z.array(id).check(z.minLength(1, "Choisissez au moins un enfant."), z.maxLength(20)),
    [],
  ),
  /** The questions that the form shows as required ("reponse-12-6": child, type). */
  asked: z.prefault(
    z.array(z.string().check(z.regex(/^reponse-\d{1,9}-\d{1,9}$/))).check(z.maxLength(200)),
    [],
  ),
  idempotencyKey: key,
};

const answer = z.optional(z.enum(["oui", "non"]));

interface Answered {
  readonly childIds: readonly number[];
  readonly asked: readonly string[];
}

/** Each required question of a child who is ticked has its answer; all are told at once. */
const everyQuestionAnswered = z.check<Answered>(({ value, issues }) => {
  const given: Record<string, unknown> = { ...value };
  for (const name of value.asked) {
    const isTicked = value.childIds.includes(Number(name.split("-")[1]));
    if (!isTicked || given[name] !== undefined) continue;
    issues.push({
      code: "custom",
      input: value,
      path: [name],
      message: "Choisissez «\u00a0Autorisation\u00a0» ou «\u00a0Interdiction\u00a0».",
      continue: true,
    });
  }
});

export const addSchema = z.catchall(z.object(fields), answer).check(everyQuestionAnswered);

/** `shown`: the contact's stamp, as it was read. */
export const changeSchema = z
  .catchall(z.object({ ...fields, contactId: id, shown: stamp }), answer)
  .check(everyQuestionAnswered);

export const removalSchema = z.object({ contactId: id, shown: stamp, idempotencyKey: key });
