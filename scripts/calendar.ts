// Run by scripts/calendar.mjs.
import { readFileSync } from "node:fs";
import { now } from "@/lib/clock";
import { closeDatabase } from "@/lib/db";
import { importOpenDataFile, saveSchoolYears } from "@/lib/services/calendar/school-calendar";
import { town } from "@/town/town";

const [file = "", zone = town.schoolZone] = process.argv.slice(2);

async function importFile(): Promise<string> {
  const format = file.toLowerCase().endsWith(".csv") ? "csv" : "json";
  const read = importOpenDataFile(readFileSync(file, "utf8"), format, zone);
  if (!read.ok) throw new Error(`Nothing was imported from ${file}: ${read.refusal}.`);
  const saved = await saveSchoolYears({ accountId: null, now: now() }, read.value.years);
  if (!saved.ok) throw new Error(saved.refusal);
  const leftOut = read.value.leftOut.map(({ name, why }) => `\nNot imported: ${name} (${why})`);
  return `School years of zone ${zone}: ${saved.value.join(", ")}${leftOut.join("")}`;
}

try {
  console.log(await importFile());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
