import "server-only";
import Papa from "papaparse";
import { z } from "zod";
import { commit, type CommitContext, type Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import type { SchoolYearDates } from "@/lib/domain/calendar";
import {
  schoolYearsOf,
  type ImportRefusal,
  type OpenDataRow,
  type YearsRead,
} from "@/lib/domain/calendar-import";
import type { JournalEvent } from "@/lib/domain/journal-event";
import { refused, type Result } from "@/lib/domain/result";

export type OpenDataFormat = "json" | "csv";

/** The file itself is not the official one: not JSON, other columns, no row. */
export type FileRefusal = "unreadable-file" | ImportRefusal;

const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

const jsonRow = z
  .object({
    description: z.string(),
    population: optionalText,
    start_date: z.string(),
    end_date: optionalText,
    location: optionalText,
    zones: optionalText,
    annee_scolaire: z.string(),
  })
  .transform((row): OpenDataRow => ({
    description: row.description,
    population: row.population,
    startDate: row.start_date,
    endDate: row.end_date,
    location: row.location,
    zones: row.zones,
    schoolYear: row.annee_scolaire,
  }));

/** The export is an array; the API's pages wrap it in `results`. */
const jsonFile = z.union([
  z.array(jsonRow).min(1),
  z.object({ results: z.array(jsonRow).min(1) }).transform((page) => page.results),
]);

/** Columns of the CSV export, French titles or technical names. */
const CSV_COLUMNS: Readonly<Record<string, string>> = {
  Description: "description",
  Population: "population",
  "Date de début": "start_date",
  "Date de fin": "end_date",
  Académies: "location",
  Zones: "zones",
};

/**
 * The school years of a zone in the ministry's file (data.education.gouv.fr,
 * fr-en-calendrier-scolaire), as its site exports it in JSON or in CSV (`;`).
 */
export function importOpenDataFile(
  text: string,
  format: OpenDataFormat,
  zone: string,
): Result<YearsRead, FileRefusal> {
  const content = text.replace(/^\uFEFF/, "");
  const rows = jsonFile.safeParse(format === "json" ? readJson(content) : readCsv(content));
  return rows.success ? schoolYearsOf(rows.data, zone) : refused("unreadable-file");
}

function readJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readCsv(content: string): unknown {
  const parsed = Papa.parse<Record<string, string>>(content, {
    header: true,
    delimiter: ";",
    skipEmptyLines: "greedy",
    transformHeader: (title) => CSV_COLUMNS[title.trim()] ?? title.trim(),
  });
  return parsed.errors.length === 0 ? parsed.data : null;
}

/**
 * Writes the years: a year already known (by its name) takes the new dates, its breaks are replaced;
 * other years stay. One journal event for all. Answers the names written.
 */
export async function saveSchoolYears(
  ctx: CommitContext,
  years: readonly SchoolYearDates[],
): Promise<Result<string[], "key-reused">> {
  return commit(ctx, async (tx) => {
    for (const year of years) await saveSchoolYear(tx, year, null);
    const names = years.map((year) => year.name);
    const event: JournalEvent = {
      kind: "schoolCalendarImported",
      familyId: null,
      subject: names.join(", "),
      data: { years: years.map(asJson) },
    };
    return { ok: true, value: { value: names, events: [event] } };
  });
}

/** Writes a year and its breaks; `id`: the year that takes them, found by its name where it is null. */
export async function saveSchoolYear(
  tx: Tx,
  year: SchoolYearDates,
  id: number | null,
): Promise<number> {
  const data = {
    name: year.name,
    firstSchoolDay: dayToDate(year.firstSchoolDay),
    lastSchoolDay: dayToDate(year.lastSchoolDay),
  };
  const where = id === null ? { name: year.name } : { id };
  const saved = await tx.schoolYear.upsert({
    where,
    create: data,
    update: data,
    select: { id: true },
  });
  await tx.schoolBreak.deleteMany({ where: { schoolYearId: saved.id } });
  await tx.schoolBreak.createMany({
    data: year.breaks.map((b) => ({
      schoolYearId: saved.id,
      name: b.name,
      firstFreeDay: dayToDate(b.firstFreeDay),
      lastFreeDay: dayToDate(b.lastFreeDay),
    })),
  });
  return saved.id;
}

/** A year as the journal keeps it. */
export function asJson({ name, firstSchoolDay, lastSchoolDay, breaks }: SchoolYearDates) {
  return { name, firstSchoolDay, lastSchoolDay, breaks: breaks.map((b) => ({ ...b })) };
}
