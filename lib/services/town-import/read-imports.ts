import "server-only";
import type { Authorized } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { momentOfInstant, type Moment } from "@/lib/domain/day";
import type { ColumnMeaning } from "@/lib/domain/town-import/columns";
import {
  importVerdicts,
  type ImportChoice,
  type ImportVerdict,
  type ReportLine,
} from "@/lib/domain/town-import/import-plan";

/** A file that was sent, as the list of imports has it. */
export interface ListedImport {
  readonly id: string;
  readonly fileName: string;
  readonly by: string;
  readonly sentAt: Moment;
  readonly importedAt: Moment | null;
  readonly lines: number;
}

export type VerdictCounts = Readonly<Record<ImportVerdict, number>>;

/** One of them, with how many lines become what. */
export interface ShownImport extends ListedImport {
  readonly headers: readonly string[];
  /** Empty while nobody has said what the columns are. */
  readonly columns: readonly ColumnMeaning[];
  /** Null while there is no report. */
  readonly stamp: string | null;
  readonly counts: VerdictCounts;
}

/** A line of the report as its page shows it. */
export interface ShownLine extends ReportLine {
  readonly choice: ImportChoice | null;
}

export const linesPerPage = 50;

interface ImportRowRead {
  readonly id: string;
  readonly fileName: string;
  readonly by: string;
  readonly createdAt: Date;
  readonly importedAt: Date | null;
  readonly lines: number;
}

const listed = ({ createdAt, importedAt, ...its }: ImportRowRead): ListedImport => ({
  id: its.id,
  fileName: its.fileName,
  by: its.by,
  lines: its.lines,
  sentAt: momentOfInstant(dateToInstant(createdAt)),
  importedAt: importedAt && momentOfInstant(dateToInstant(importedAt)),
});

/** The files that were sent, latest first, as long as they are kept. One statement. */
export async function readImports(_agent: Authorized<"import-town">): Promise<ListedImport[]> {
  const rows = await readRows<ImportRowRead>(prisma, "readImports")`
    SELECT i.id::text AS id, i."fileName", a."firstName" || ' ' || a."lastName" AS by, i."createdAt",
      i."importedAt", (SELECT count(*)::int FROM "ImportRow" r WHERE r."importId" = i.id) AS lines
    FROM "TownImport" i JOIN "Account" a ON a.id = i."accountId"
    ORDER BY i."createdAt" DESC, i.id LIMIT 50`;
  return rows.map(listed);
}

/** One of them; null where there is none. Two statements. */
export async function readImport(
  _agent: Authorized<"import-town">,
  id: string,
): Promise<ShownImport | null> {
  const [row] = await readRows<
    ImportRowRead & { headers: string[]; columns: ColumnMeaning[]; stamp: string | null }
  >(prisma, "readImport")`
    SELECT i.id::text AS id, i."fileName", a."firstName" || ' ' || a."lastName" AS by, i."createdAt",
      i."importedAt", (SELECT count(*)::int FROM "ImportRow" r WHERE r."importId" = i.id) AS lines,
      i.headers, i.columns, i.stamp
    FROM "TownImport" i JOIN "Account" a ON a.id = i."accountId" WHERE i.id = ${id}::uuid`;
  if (!row) return null;
  const counted = await readRows<{ verdict: ImportVerdict; count: number }>(
    prisma,
    "readImport: counts",
  )`
    SELECT verdict::text AS verdict, count(*)::int AS count FROM "ImportRow"
    WHERE "importId" = ${id}::uuid AND verdict IS NOT NULL GROUP BY verdict`;
  const countOf = (verdict: ImportVerdict) =>
    counted.find((one) => one.verdict === verdict)?.count ?? 0;
  const counts = Object.fromEntries(
    importVerdicts.map((verdict) => [verdict, countOf(verdict)]),
  ) as Record<ImportVerdict, number>;
  const { headers, columns, stamp } = row;
  return { ...listed(row), headers, columns, stamp, counts };
}

interface ReportRow {
  readonly report: ReportLine;
  readonly choice: ImportChoice | null;
}

/** A page of the report's lines of these verdicts, in the file's order. `page`: from 1. One statement. */
export async function readReportPage(
  _agent: Authorized<"import-town">,
  id: string,
  verdicts: readonly ImportVerdict[],
  page: number,
): Promise<ShownLine[]> {
  const rows = await readRows<ReportRow>(prisma, "readReportPage")`
    SELECT report, choice::text AS choice FROM "ImportRow"
    WHERE "importId" = ${id}::uuid AND verdict::text = ANY(${[...verdicts]}::text[])
    ORDER BY line LIMIT ${linesPerPage} OFFSET ${(page - 1) * linesPerPage}`;
  return rows.map(({ report, choice }) => ({ ...report, choice }));
}

/** Each line of the report, in the file's order. One statement. */
export async function readReport(
  _agent: Authorized<"import-town">,
  id: string,
): Promise<ShownLine[]> {
  const rows = await readRows<ReportRow>(prisma, "readReport")`
    SELECT report, choice::text AS choice FROM "ImportRow"
    WHERE "importId" = ${id}::uuid AND report IS NOT NULL ORDER BY line`;
  return rows.map(({ report, choice }) => ({ ...report, choice }));
}

/** The first filled lines under the headers, for who says what the columns are. One statement. */
export async function readSamples(
  _agent: Authorized<"import-town">,
  id: string,
): Promise<string[][]> {
  const rows = await readRows<{ cells: (string | object)[] }>(prisma, "readSamples")`
    SELECT cells FROM "ImportRow" WHERE "importId" = ${id}::uuid ORDER BY line LIMIT 3`;
  return rows.map(({ cells }) => cells.map((cell) => (typeof cell === "string" ? cell : "")));
}
