import { z } from "zod";
import type { Tx } from "@/lib/commit";
import { dayToDate, instantToDate } from "@/lib/db";
import { day, type Instant } from "@/lib/domain/day";
import authorizationsJson from "@/prisma/demo/authorizations.json";
import type { AuthorizationType } from "@/lib/generated/prisma/client";
import type { BuiltFamily } from "@/tests/support/builders/family";
import { nameFacts } from "./facts";
import type { Random } from "./random";
import { known } from "./town";

const contact = z.object({
  civility: z.enum(["madame", "monsieur"]),
  firstName: z.string(),
  lastName: z.string(),
  tie: z.string(),
  phone: z.string().nullable(),
  birthDate: z
    .string()
    .transform((text) => day(text))
    .nullable(),
  children: z.array(z.string()),
  /** Null: nobody has answered yet. */
  mayFetch: z.boolean().nullable(),
});

const facts = z
  .object({
    types: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        explanation: z.string(),
        icon: z.string(),
        subject: z.enum(["child", "contact"]),
        minimumAge: z.int().nullable(),
      }),
    ),
    families: z.array(
      z.object({
        family: z.string(),
        contacts: z.array(contact),
        children: z.array(
          z.object({ firstName: z.string(), answers: z.record(z.string(), z.boolean()) }),
        ),
      }),
    ),
  })
  .parse(authorizationsJson);

type ContactFacts = z.output<typeof contact>;
type Types = ReadonlyMap<string, AuthorizationType>;

const fetching = "VENIR_CHERCHER";

/** The town's list of authorizations, by code. */
export async function writeAuthorizationTypes(db: Tx): Promise<Types> {
  const types = new Map<string, AuthorizationType>();
  for (const [position, type] of facts.types.entries())
    types.set(
      type.code,
      await db.authorizationType.create({ data: { ...type, position: position + 1 } }),
    );
  return types;
}

/** Contacts and answers of the families of the data file. */
export async function writeKnownAuthorizations(
  db: Tx,
  families: readonly BuiltFamily[],
  types: Types,
  since: Instant,
): Promise<void> {
  for (const { family: name, contacts, children } of facts.families) {
    const family = families.find((one) => one.name === name);
    if (!family) throw new Error(`The demo data names the family ${name}, which it does not hold`);
    for (const spec of contacts) await writeContact(db, family, spec, types, since);
    for (const { firstName, answers } of children)
      for (const child of childrenNamed(family, [firstName]))
        await writeAnswers(db, child, answers, types, since);
  }
}

/** For the other families: a contact for most, answers for four in five. */
export async function writeDrawnAuthorizations(
  db: Tx,
  families: readonly BuiltFamily[],
  types: Types,
  random: Random,
  since: Instant,
): Promise<void> {
  for (const family of families) {
    if (random.chance(75)) {
      const spec = drawContact(family, random);
      await writeContact(db, family, spec, types, since);
    }
    for (const child of family.children)
      if (random.chance(80)) await writeAnswers(db, child, drawAnswers(random), types, since);
  }
}

function drawContact(family: BuiltFamily, random: Random): ContactFacts {
  const civility = random.chance(60) ? "madame" : "monsieur";
  const old = random.chance(70);
  const ties = civility === "madame" ? ["Grand-mère", "Voisine"] : ["Grand-père", "Voisin"];
  const birthYear = (old ? 1946 : 1976) + random.below(16);
  return {
    civility,
    firstName: random.pick(civility === "madame" ? nameFacts.women : nameFacts.men),
    lastName: old ? family.name : random.pick(nameFacts.families),
    tie: ties[old ? 0 : 1] ?? "",
    phone: `06 39 98 ${10 + random.below(90)} ${10 + random.below(90)}`,
    birthDate: day(`${birthYear}-06-15`),
    children: family.children.map(({ firstName }) => firstName),
    mayFetch: random.chance(85) ? true : null,
  };
}

function drawAnswers(random: Random): Record<string, boolean> {
  return {
    SORTIR_SEUL: random.chance(25),
    PHOTOGRAPHIE: random.chance(80),
    VEHICULE: random.chance(90),
    HOSPITALISATION: random.chance(98),
    SOINS_MEDICAUX: random.chance(95),
  };
}

const childrenNamed = ({ children }: BuiltFamily, names: readonly string[]) =>
  children.filter(({ firstName }) => names.includes(firstName));

async function writeContact(
  db: Tx,
  family: BuiltFamily,
  { children: names, mayFetch, birthDate, ...person }: ContactFacts,
  types: Types,
  since: Instant,
): Promise<void> {
  const children = childrenNamed(family, names);
  const { id: contactId } = await db.contact.create({
    data: {
      ...person,
      familyId: family.id,
      birthDate: birthDate && dayToDate(birthDate),
      children: { create: children.map(({ id }) => ({ childId: id })) },
    },
  });
  if (mayFetch === null) return;
  const typeId = known(types, fetching).id;
  await db.authorization.createMany({
    data: children.map(({ id }) => ({
      childId: id,
      typeId,
      contactId,
      allowed: mayFetch,
      since: instantToDate(since),
    })),
  });
}

async function writeAnswers(
  db: Tx,
  child: { id: number },
  answers: Readonly<Record<string, boolean>>,
  types: Types,
  since: Instant,
): Promise<void> {
  await db.authorization.createMany({
    data: Object.entries(answers).map(([code, allowed]) => ({
      childId: child.id,
      typeId: known(types, code).id,
      allowed,
      since: instantToDate(since),
    })),
  });
}
