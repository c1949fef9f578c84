import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/**
 * Whether the home of a request (q) may read what it says: not of a child whose file a court order keeps
 * from it since.
 */
export const mayReadRequest = Prisma.sql`(q."childId" IS NULL OR EXISTS (SELECT FROM "FamilyChild" fc
  WHERE fc."familyId" = q."familyId" AND fc."childId" = q."childId" AND fc."maySeeFile"))`;
