import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { cellKey, parseCellKey, type CellKey } from "@/lib/domain/booking/context";
import { announcedAmount, lateQuote } from "@/lib/domain/booking/late-quote";
import { day } from "@/lib/domain/day";
import { readBooking } from "@/lib/services/reservations/read-booking";
import type { LateChangeInput } from "@/lib/services/reservations/request-late-change";
import { someReservations } from "@/tests/support/builders/reservation";
import { schoolYearNamed } from "@/tests/support/booking-drafts";
import { guardianContext, type Duponts } from "@/tests/support/duponts";
import { thePricedDuponts } from "@/tests/support/priced-duponts";

/** The manual's family on a Friday: the week of the 8th closed on Thursday night. */
export interface LateScenario {
  readonly duponts: Duponts;
  readonly year: number;
  readonly ctx: ActionContext<AuthorizedFamily>;
}

export const friday = "2025-09-05T10:00";
const tuesday = "2025-09-09";

export async function aLateScenario(): Promise<LateScenario> {
  const duponts = await thePricedDuponts("2025-12-20");
  const year = await schoolYearNamed("2025-2026");
  return { duponts, year, ctx: guardianContext(duponts.family, friday) };
}

const groups = {
  REPAS: ["RESTO_R_PREVERT", "Léo"],
  ACC_SOIR: ["ACC_PP_SCO_M_PREVERT", "Lucas"],
  MATIN: ["CLM_PETITS_PREVERT", "Lucas"],
  JOURNEE: ["CLM_PETITS_PREVERT", "Lucas"],
} as const;

/** A cell of the family's calendar, on Tuesday 9 September unless told. */
export async function lateCell(
  { duponts }: LateScenario,
  code: keyof typeof groups,
  d = tuesday,
): Promise<CellKey> {
  const [group, child] = groups[code];
  const id = duponts.inscription(group, child);
  const { group: row } = await prisma.inscription.findUniqueOrThrow({
    where: { id },
    select: { group: true },
  });
  const unit = await prisma.unit.findFirstOrThrow({ where: { code, activityId: row.activityId } });
  return cellKey(id, unit.id, day(d));
}

/** What the dialog sends: the price that the page announced. */
export async function askingFor(
  { ctx, year }: LateScenario,
  keys: CellKey | readonly CellKey[],
  change: "add" | "remove" = "add",
): Promise<LateChangeInput> {
  const page = await readBooking(ctx.proof, { schoolYearId: year, moment: ctx.moment });
  const named = typeof keys === "string" ? [keys] : keys;
  const cells = named.flatMap((key) => parseCellKey(key) ?? []);
  if (!page || cells.length !== named.length) throw new Error("No such page");
  return {
    schoolYearId: year,
    cells: named,
    change,
    reason: "Ma réunion finit plus tard.",
    announced: announcedAmount(lateQuote(page.context, page.prices, cells, change)),
    idempotencyKey: crypto.randomUUID(),
  };
}

/** The family has reserved that cell, without a price. */
export async function hold({ duponts }: LateScenario, key: CellKey): Promise<void> {
  const cell = parseCellKey(key);
  if (!cell) throw new Error("No such cell");
  const { inscriptionId, unitId, day: d } = cell;
  const { family } = duponts;
  await someReservations(prisma, [
    { inscription: { id: inscriptionId }, unit: { id: unitId }, day: d, family },
  ]);
}
