import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";

/** A guardian with the account, and the last link that invited to open it. */
export const guardianIncludes = {
  account: {
    include: {
      tokens: {
        where: { purpose: "activation" },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { createdAt: true },
      },
    },
  },
} as const satisfies Prisma.GuardianInclude;

/** All that the agents' page says of a child of this family. */
export function childIncludes(familyId: number, today: Date) {
  return {
    category: true,
    child: {
      include: {
        families: { include: { family: true }, orderBy: { familyId: "asc" } },
        // A contact belongs to one family: the other home's are on the other home's page.
        authorizations: {
          where: {
            type: { active: true },
            OR: [{ contactId: null }, { contact: { familyId, removedAt: null } }],
          },
          include: { type: true, contact: true },
          orderBy: [{ type: { position: "asc" } }, { id: "asc" }],
        },
        inscriptions: {
          where: { lastDay: { gte: today } },
          include: { group: { include: { activity: true, establishment: true } } },
          orderBy: [{ firstDay: "asc" }, { id: "asc" }],
        },
      },
    },
  } as const satisfies Prisma.FamilyChildInclude;
}
