import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/** On g, a group: of this establishment, or (null) of any. */
export const inEstablishment = (id: number | null): Prisma.Sql =>
  id === null ? Prisma.sql`TRUE` : Prisma.sql`g."establishmentId" = ${id}`;
