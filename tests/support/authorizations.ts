import { prisma } from "@/lib/db";
import { instant } from "@/lib/domain/day";
import type { AuthorizationType } from "@/lib/generated/prisma/client";
import { writeAuthorizationTypes } from "@/prisma/seed/authorizations";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";

/** The manual's child with a brother, the grandmother, and the town's list; everything was answered yes. */
export interface Manon {
  readonly family: BuiltFamily;
  readonly manonId: number;
  readonly brotherId: number;
  readonly grandmotherId: number;
  readonly typeId: (code: string) => number;
}

const answeredAt = instant("2024-09-10T16:30:00.000Z");

export async function theTests(): Promise<Manon> {
  return prisma.$transaction(async (tx) => {
    const types = await writeAuthorizationTypes(tx);
    const family = await aFamily(tx, {
      name: "TEST",
      guardians: [
        { firstName: "Toto", email: "toto.test@exemple.fr" },
        { firstName: "Lina", email: "lina.test@exemple.fr" },
      ],
      children: [
        { firstName: "Manon", birthDate: "2015-02-27" },
        { firstName: "Noé", birthDate: "2016-05-02" },
      ],
    });
    const [manon, brother] = family.children;
    if (!manon || !brother) throw new Error("Two children");
    const grandmother = await tx.contact.create({
      data: {
        familyId: family.id,
        civility: "madame",
        firstName: "Jeanne",
        lastName: "TEST",
        tie: "Grand-mère",
        children: { create: [{ childId: manon.id }, { childId: brother.id }] },
      },
    });
    const typeId = (code: string) => idOf(types, code);
    await tx.authorization.createMany({
      data: [...types.values()].flatMap(({ id, subject }) =>
        [manon.id, brother.id].map((childId) => ({
          childId,
          typeId: id,
          contactId: subject === "contact" ? grandmother.id : null,
          allowed: true,
          since: answeredAt,
        })),
      ),
    });
    return {
      family,
      manonId: manon.id,
      brotherId: brother.id,
      grandmotherId: grandmother.id,
      typeId,
    };
  });
}

function idOf(types: ReadonlyMap<string, AuthorizationType>, code: string): number {
  const type = types.get(code);
  if (!type) throw new Error(`The town has no authorization ${code}`);
  return type.id;
}
