import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

// What the states of a reservation mean, in SQL: lib/domain/booking/standing.ts says the same, and a
// test asks both about every state of the database.

/** On `state`: it has the place. Every row of "Reservation" does: what is given up is deleted. */
export const isHeld = (state: Prisma.Sql) =>
  Prisma.sql`${state} IN ('reserved', 'pending', 'removalPending')`;

/** On `state`: the child comes, if nothing is changed. */
export const isComing = (state: Prisma.Sql) => Prisma.sql`${state} IN ('reserved', 'pending')`;

/** On `state`: the family owes it, until the service answers otherwise. */
export const isDue = (state: Prisma.Sql) => Prisma.sql`${state} IN ('reserved', 'removalPending')`;
