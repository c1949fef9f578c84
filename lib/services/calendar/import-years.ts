import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { Reader } from "@/lib/db/rows";
import type { SchoolYearDates } from "@/lib/domain/calendar";
import type { ClosedReservations } from "@/lib/domain/closed-by-calendar";
import { dayOf, type Moment } from "@/lib/domain/day";
import {
  planCalendarImport,
  yearsAfter,
  type CalendarPlan,
} from "@/lib/domain/plan-calendar-import";
import { done, refused, type Result } from "@/lib/domain/result";
import { readTypedYear, type TypedSchoolYear } from "@/lib/domain/typed-school-year";
import { town } from "@/town/town";
import { lockCalendar, readClosedBy, readSchoolYearList, type SchoolYearList } from "./list-years";
import { isSame } from "./save-year";
import { asJson, importOpenDataFile, saveSchoolYear, type FileRefusal } from "./school-calendar";

/** What a file would change, and what reserved days that closes. */
export interface CalendarPreview extends CalendarPlan {
  /** The stamp of the town's years that it was compared with. */
  readonly shown: string;
  readonly closes: ClosedReservations;
}

type FileSaid = "calendar-unreadable" | "calendar-no-zone" | "calendar-no-year";

const said: Readonly<Record<FileRefusal, FileSaid>> = {
  "unreadable-file": "calendar-unreadable",
  "no-row-for-zone": "calendar-no-zone",
  "no-year-complete": "calendar-no-year",
  "unreadable-date": "calendar-no-year",
  "inconsistent-dates": "calendar-no-year",
  "academies-disagree": "calendar-no-year",
};

/** Compares the official file with the town's years, for the town's zone; nothing is written. */
export async function previewCalendar(
  ctx: Pick<ActionContext<Authorized<"manage-settings">>, "proof" | "moment">,
  file: { readonly name: string; readonly text: string },
): Promise<Result<CalendarPreview, FileSaid>> {
  const format = file.name.toLowerCase().endsWith(".csv") ? "csv" : "json";
  const read = importOpenDataFile(file.text, format, town.schoolZone);
  if (!read.ok) return refused(said[read.refusal]);
  return done(await compare(prisma, read.value, await readSchoolYearList(ctx.proof), ctx.moment));
}

async function compare(
  db: Reader,
  read: Parameters<typeof planCalendarImport>[0],
  { years, calendar, stamp }: SchoolYearList,
  moment: Moment,
): Promise<CalendarPreview> {
  const today = dayOf(moment);
  const plan = planCalendarImport(read, years.map(datesOf), today);
  const after = { ...calendar, years: yearsAfter(plan, calendar.years) };
  return { ...plan, shown: stamp, closes: await readClosedBy(db, calendar, after, today) };
}

export interface CalendarToImport {
  /** The years as the preview gave them. */
  readonly years: readonly TypedSchoolYear[];
  readonly shown: string;
  readonly agreed: ClosedReservations | null;
  readonly idempotencyKey: string;
}

type ImportRefusal =
  "settings-changed" | "settings-unchanged" | "school-year-closes" | "school-year-faulty";

type ImportAnswer =
  | Result<string[], never>
  | { ok: false; refusal: ImportRefusal | "key-reused"; value?: CalendarPreview };

/** Writes the years that a preview showed; refused with a new preview where the town's have changed since. */
export async function importCalendar(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...payload }: CalendarToImport,
): Promise<ImportAnswer> {
  let preview: CalendarPreview | undefined;
  const years: SchoolYearDates[] = [];
  for (const typed of payload.years) {
    const read = readTypedYear(typed, []);
    if (!read.ok) return refused("school-year-faulty");
    years.push(read.value);
  }
  const idempotency = { key, payload };
  const answer = await commit<string[], ImportRefusal>(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency },
    async (tx) => {
      await lockCalendar(tx);
      const list = await readSchoolYearList(ctx.proof, tx);
      preview = await compare(tx, { years, leftOut: [] }, list, ctx.moment);
      if (list.stamp !== payload.shown) return refused("settings-changed");
      const changed = preview.years.filter(({ isSame: same }) => !same);
      if (changed.length === 0) return refused("settings-unchanged");
      if (preview.closes.days > 0 && !isSame(preview.closes, payload.agreed))
        return refused("school-year-closes");
      for (const { year, before } of changed) {
        const known = list.years.find(({ name }) => name === before?.name);
        await saveSchoolYear(tx, year, known?.id ?? null);
      }
      const names = changed.map(({ year }) => year.name);
      const was = changed.flatMap(({ before }) => (before ? [asJson(before)] : []));
      const data = { years: changed.map(({ year }) => asJson(year)), was };
      return done({
        value: names,
        events: [
          { kind: "schoolCalendarImported", familyId: null, subject: names.join(", "), data },
        ],
      });
    },
  );
  return answer.ok || !preview ? answer : { ...answer, value: preview };
}

function datesOf({ name, firstSchoolDay, lastSchoolDay, breaks }: SchoolYearDates) {
  return { name, firstSchoolDay, lastSchoolDay, breaks };
}
