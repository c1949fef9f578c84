import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import type { ContactPerson } from "@/lib/domain/contact";
import { readContactBook, type FamilyContact } from "@/lib/services/contacts/list";
import type { ContactInput } from "@/lib/services/contacts/save";
import type { Manon } from "@/tests/support/authorizations";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { guardianContext } from "@/tests/support/duponts";

export const at = "2026-11-22T10:00";
export const today = day("2026-11-22");

export const grandmother: ContactPerson = {
  civility: "madame",
  firstName: "Jeanne",
  lastName: "TEST",
  tie: "Grand-mère",
  phone: "06 39 98 10 40",
  birthDate: day("1952-04-18"),
};

export const neighbour: ContactPerson = {
  civility: null,
  firstName: "Sam",
  lastName: "Petit",
  tie: "Voisin",
  phone: "06 39 98 10 41",
  birthDate: day("1990-01-31"),
};

export const parentOf = ({ family }: Manon, guardian = 0) => guardianContext(family, at, guardian);

/** The contact of that first name as its family reads it, or nothing. */
export async function contactNamed(
  family: BuiltFamily,
  firstName: string,
): Promise<FamilyContact | undefined> {
  const { contacts } = await readContactBook(guardianContext(family, at).proof, today);
  return contacts.find((contact) => contact.firstName === firstName);
}

/** What the form sends: these answers, by child. */
export function sending(
  { typeId }: Pick<Manon, "typeId">,
  person: ContactPerson,
  answers: readonly (readonly [childId: number, allowed: boolean])[],
  contact?: FamilyContact,
): ContactInput {
  return {
    contact: contact ? { id: contact.id, shown: contact.stamp } : null,
    person,
    children: answers.map(([childId, allowed]) => ({
      childId,
      answers: [{ typeId: typeId("VENIR_CHERCHER"), allowed }],
    })),
    idempotencyKey: crypto.randomUUID(),
  };
}

/** Manon's other home, with her alone. */
export function theOtherHome({ family: { children } }: Manon): Promise<BuiltFamily> {
  const shared = children.slice(0, 1).map((existing) => ({ existing }));
  return aFamily(prisma, { name: "Martin", children: shared });
}
