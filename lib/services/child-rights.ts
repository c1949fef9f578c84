import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/**
 * On fc (FamilyChild): the family may still see the child. Without any of its rights, the child is not
 * shown to it any longer (docs/adr/0013-rights-on-a-child.md).
 */
export const someRight = Prisma.sql`(fc."mayBook" OR fc."mayAuthorize" OR fc."maySeeFile")`;

/** The same for Prisma's own queries, on FamilyChild. */
export const withSomeRight = {
  OR: [{ mayBook: true }, { mayAuthorize: true }, { maySeeFile: true }],
};
