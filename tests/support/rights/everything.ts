import { prisma } from "@/lib/db";

/** Written beside what somebody does, whoever it is: who is signed in, and how often one tried. */
const besideEverything = ["Session", "Throttle", "_prisma_migrations"];

const ofTheFamily = `"familyId" = $1`;
/** What everybody may write for a family of their own: of these tables the family's rows only. */
const ofEachFamily: Readonly<Record<string, string>> = {
  Draft: ofTheFamily,
  FormDraft: ofTheFamily,
  Submission: ofTheFamily,
  ServiceRequest: ofTheFamily,
  RequestLine: `"requestId" IN (SELECT id FROM "ServiceRequest" WHERE ${ofTheFamily})`,
  RequestMessage: `"requestId" IN (SELECT id FROM "ServiceRequest" WHERE ${ofTheFamily})`,
  RequestEvent: `"requestId" IN (SELECT id FROM "ServiceRequest" WHERE ${ofTheFamily})`,
};

/** Every table of the database, but those; a new one is compared without being listed. */
async function comparedTables(): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  return rows.map(({ name }) => name).filter((name) => !besideEverything.includes(name));
}

/** A mark of each table's rows, to see that nothing of the family and of the town has moved. */
export async function everythingOf(familyId: number): Promise<ReadonlyMap<string, string | null>> {
  const marks = (await comparedTables()).map(
    (table) => `SELECT '${table}' AS name,
      (SELECT md5(string_agg(r::text, ';' ORDER BY r::text)) FROM "${table}" r
       WHERE ${ofEachFamily[table] ?? "$1::int IS NOT NULL"}) AS mark`,
  );
  const rows = await prisma.$queryRawUnsafe<{ name: string; mark: string | null }[]>(
    marks.join(" UNION ALL "),
    familyId,
  );
  return new Map(rows.map(({ name, mark }) => [name, mark]));
}

/** The tables in which something has moved between the two. */
export function movedTables(
  before: ReadonlyMap<string, string | null>,
  after: ReadonlyMap<string, string | null>,
): string[] {
  return [...before].filter(([name, mark]) => after.get(name) !== mark).map(([name]) => name);
}
