import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { day, type Day, type Weekday } from "@/lib/domain/day";
import { defaultPeriod } from "@/lib/domain/periodicity";
import { saveDraft } from "@/lib/services/reservations/drafts";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { readRecap } from "@/lib/services/reservations/read-recap";
import type { SubmissionInput } from "@/lib/services/reservations/submit";

/** Unit label × weekdays, by child. */
export type Week = Readonly<Record<string, Readonly<Record<string, readonly Weekday[]>>>>;

/** The manual's example and a Wednesday. */
export const manualWeek: Week = {
  Léo: { Étude: [1, 4], Repas: [2, 4] },
  Lucas: { "Accueil soir": [2, 4], Journée: [3], Repas: [2, 4] },
};

export async function schoolYearNamed(name: string): Promise<number> {
  return (await prisma.schoolYear.findUniqueOrThrow({ where: { name } })).id;
}

/** The wishes of a weekly rhythm over the default period, as the calendar works them out. */
export function weekWishes(context: BookingContext, week: Week): Wishes {
  const ids = context.inscriptions.map(({ id }) => id);
  const period = defaultPeriod(context, ids);
  if (!period) throw new Error("Nothing may change any more");
  const ticks = context.inscriptions.flatMap((inscription) => {
    const child = context.children.find(({ id }) => id === inscription.childId);
    const its = week[child?.firstName ?? ""] ?? {};
    return inscription.units.flatMap((unit) =>
      (its[unit.label] ?? []).map((weekday) => ({
        inscriptionId: inscription.id,
        unitId: unit.id,
        weekday,
      })),
    );
  });
  return applyPeriodicity(context, {}, { ...period, weeks: [ticks] }, "replace", []).wishes;
}

/** Saves a draft as the autosave does, and returns what the recap's button sends. */
export async function draftAndRecap(
  ctx: ActionContext<AuthorizedFamily>,
  schoolYearId: number,
  wishesOf: (context: BookingContext) => Wishes,
): Promise<SubmissionInput> {
  const page = await readBooking(ctx.proof, { schoolYearId, moment: ctx.moment });
  if (!page) throw new Error("No such school year");
  await saveDraft(
    ctx.proof,
    {
      schoolYearId,
      from: page.draft?.revision ?? 0,
      chosen: page.context.inscriptions.map(({ id }) => id),
      wishes: wishesOf(page.context),
    },
    ctx.now,
  );
  return recapInput(ctx, schoolYearId);
}

/** What the button of the recap sends at this moment. */
export async function recapInput(
  ctx: ActionContext<AuthorizedFamily>,
  schoolYearId: number,
): Promise<SubmissionInput> {
  const recap = await readRecap(ctx.proof, { schoolYearId, moment: ctx.moment });
  if (!recap) throw new Error("No draft");
  return {
    schoolYearId,
    revision: recap.draft.revision,
    fingerprint: recap.fingerprint,
    idempotencyKey: crypto.randomUUID(),
  };
}

/** The days reserved on an inscription, oldest first. */
export async function reservedDays(inscriptionId: number, unit: string): Promise<Day[]> {
  const rows = await prisma.reservation.findMany({
    where: { inscriptionId, unit: { label: unit } },
    orderBy: { day: "asc" },
  });
  return rows.map((row) => day(row.day.toISOString().slice(0, 10)));
}
