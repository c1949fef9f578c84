import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/**
 * On e (AuditEvent) and s (`subjectOf`): the child, guardian, contact, request, account or setting that it is
 * about, in words; null: the family or the town, or what is gone.
 */
export const aboutEvent = Prisma.sql`
  CASE s.what
    WHEN 'child' THEN (SELECT c."firstName" FROM "Child" c WHERE c.id = s.id)
    WHEN 'guardian' THEN (SELECT p."firstName" || ' ' || p."lastName" FROM "Guardian" p
      WHERE p.id = s.id)
    WHEN 'contact' THEN (SELECT p."firstName" || ' ' || p."lastName" FROM "Contact" p
      WHERE p.id = s.id)
    WHEN 'inscription' THEN (SELECT c."firstName" || ', ' || v.label FROM "Inscription" i
      JOIN "Child" c ON c.id = i."childId" JOIN "Group" g ON g.id = i."groupId"
      JOIN "Activity" v ON v.id = g."activityId" WHERE i.id = s.id)
    WHEN 'request' THEN 'n° ' || substr(e.subject, 9)
    WHEN 'account' THEN (SELECT o."firstName" || ' ' || o."lastName" FROM "Account" o
      WHERE o.id = s.uuid AND o.id IS DISTINCT FROM e."accountId")
    WHEN 'department' THEN (SELECT o.name FROM "Department" o WHERE o.id = s.id)
    WHEN 'establishment' THEN (SELECT o.name FROM "Establishment" o WHERE o.id = s.id)
    WHEN 'activity' THEN (SELECT o.label FROM "Activity" o WHERE o.id = s.id)
    WHEN 'unit' THEN (SELECT v.label || ', ' || o.label FROM "Unit" o
      JOIN "Activity" v ON v.id = o."activityId" WHERE o.id = s.id)
    WHEN 'group' THEN (SELECT v.label || ', ' || h.name FROM "Group" g
      JOIN "Activity" v ON v.id = g."activityId"
      JOIN "Establishment" h ON h.id = g."establishmentId" WHERE g.id = s.id)
    WHEN 'tariff' THEN (SELECT o.name FROM "TariffVersion" o WHERE o.id = s.id)
    WHEN 'tariff category' THEN (SELECT o.label FROM "TariffCategory" o WHERE o.id = s.id)
    WHEN 'school year' THEN (SELECT o.name FROM "SchoolYear" o WHERE o.id = s.id)
    WHEN 'diet' THEN (SELECT o.label FROM "Diet" o WHERE o.id = s.id)
    WHEN 'authorization type' THEN (SELECT o.label FROM "AuthorizationType" o WHERE o.id = s.id)
    WHEN 'document type' THEN (SELECT o.label FROM "SupportingDocumentType" o WHERE o.id = s.id)
    WHEN 'news' THEN (SELECT o.title FROM "News" o WHERE o.id = s.id)
    WHEN 'info-page' THEN (SELECT o.title FROM "InfoPage" o WHERE o.id = s.id)
    WHEN 'import' THEN (SELECT o."fileName" FROM "TownImport" o WHERE o.id = s.uuid)
    ELSE e.data ->> 'reason'
  END`;

/** On e (AuditEvent): "school year 3", "group 3, opening 4", "account <uuid>", taken apart as s. */
export const subjectOf = Prisma.sql`(
  SELECT substring(e.subject FROM '^([a-z -]+?) (?:[0-9]+|[0-9a-f-]{36})(?:,.*)?$') AS what,
    substring(e.subject FROM '^[a-z -]+ ([0-9]{1,9})(?:,.*)?$')::int AS id,
    substring(e.subject FROM '^[a-z]+ ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$')::uuid AS uuid
) s`;
