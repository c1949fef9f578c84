import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/** The child (c) or guardian (r) that a request is about: neither where it is the whole family. */
export const aboutJoins = Prisma.sql`LEFT JOIN "Child" c ON c.id = q."childId"
  LEFT JOIN "Guardian" r ON r.id = q."guardianId"`;

/** The same as `RequestAbout`, of these joins; null where it is the whole family. */
export const aboutSql = Prisma.sql`CASE WHEN num_nonnulls(c.id, r.id) > 0 THEN json_build_object(
    'kind', CASE WHEN r.id IS NULL THEN 'child' ELSE 'guardian' END,
    'firstName', coalesce(c."firstName", r."firstName"), 'lastName', coalesce(c."lastName", r."lastName")) END`;

/** Requests (q) with the inscription (i) and the group (g) that they may have. */
export const requestsWithInscription = Prisma.sql`"ServiceRequest" q
  LEFT JOIN "Inscription" i ON i.id = q."inscriptionId"
  LEFT JOIN "Group" g ON g.id = i."groupId"`;
