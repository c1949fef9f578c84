import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { day, type Day } from "@/lib/domain/day";
import type { RichBlock } from "@/lib/domain/rich-text";
import { Prisma } from "@/lib/generated/prisma/client";
import { readMarkdown } from "@/lib/markdown";
import { someRight } from "@/lib/services/child-rights";

/** A piece of news as it is read. */
export interface ShownNews {
  readonly id: number;
  readonly title: string;
  /** Its first day. */
  readonly since: Day;
  readonly text: readonly RichBlock[];
}

/** What this family is told on that day, the latest first. One statement. */
export async function readNewsOf({ familyId }: AuthorizedFamily, today: Day): Promise<ShownNews[]> {
  return readShown(
    Prisma.sql`(n.audience IN ('everyone', 'families') OR EXISTS (
      SELECT FROM "FamilyChild" fc
      JOIN "Inscription" i ON i."childId" = fc."childId" AND i."lastDay" >= ${today}::date
      JOIN "Group" g ON g.id = i."groupId"
      WHERE fc."familyId" = ${familyId} AND ${someRight}
        AND (g."activityId" = n."activityId" OR g."establishmentId" = n."establishmentId")))`,
    today,
  );
}

/** What everyone is told on that day, with or without an account. One statement. */
export async function readPublicNews(today: Day): Promise<ShownNews[]> {
  return readShown(Prisma.sql`n.audience = 'everyone'`, today);
}

async function readShown(isForThem: Prisma.Sql, today: Day): Promise<ShownNews[]> {
  const rows = await readRows<{ id: number; title: string; since: string; text: string }>(
    prisma,
    "readShownNews",
  )`
    SELECT n.id, n.title, n."firstDay"::text AS since, n.text FROM "News" n
    WHERE ${today}::date BETWEEN n."firstDay" AND n."lastDay" AND ${isForThem}
    ORDER BY n."firstDay" DESC, n.id DESC`;
  return rows.map(({ id, title, since, text }) => ({
    id,
    title,
    since: day(since),
    text: readMarkdown(text).blocks,
  }));
}
