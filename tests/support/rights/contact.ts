import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import type { AuthorizationType } from "@/lib/generated/prisma/client";
import { readContactBook } from "@/lib/services/contacts/list";
import type { BuiltFamily } from "@/tests/support/builders/family";
import { guardianContext } from "@/tests/support/duponts";

/** A contact of the family, for its youngest child, as its page shows it. */
export interface ShownContact {
  readonly id: number;
  readonly shown: string;
  readonly childId: number;
  readonly typeId: number;
}

/** The grandfather, who may fetch the youngest child. */
export async function aShownContact(
  family: BuiltFamily,
  types: ReadonlyMap<string, AuthorizationType>,
  at: string,
): Promise<ShownContact> {
  const child = family.children.at(-1);
  const type = types.get("VENIR_CHERCHER");
  if (!child || !type) throw new Error("The family has a child, the town a list");
  const ctx = guardianContext(family, at);
  const { id } = await prisma.contact.create({
    data: {
      familyId: family.id,
      firstName: "Marcel",
      lastName: family.name,
      tie: "Grand-père",
      children: { create: [{ childId: child.id }] },
      authorizations: {
        create: [{ childId: child.id, typeId: type.id, allowed: true, since: ctx.now }],
      },
    },
  });
  const { contacts } = await readContactBook(ctx.proof, day(at.slice(0, 10)));
  const shown = contacts.find((contact) => contact.id === id)?.stamp ?? "";
  return { id, shown, childId: child.id, typeId: type.id };
}

/** What the form sends of a new contact, who may not fetch the child. */
export function typedContact({ childId, typeId }: ShownContact) {
  return {
    civility: "",
    firstName: "Sam",
    lastName: "Petit",
    tie: "Voisin",
    phone: "0639981041",
    birthDate: "1990-01-31",
    childIds: [childId],
    asked: [`reponse-${childId}-${typeId}`],
    [`reponse-${childId}-${typeId}`]: "non",
    idempotencyKey: crypto.randomUUID(),
  };
}
