import { prisma } from "@/lib/db";
import { cellKey } from "@/lib/domain/booking/context";
import { bookingIndex } from "@/lib/domain/booking/rules";
import type { CutOffRule } from "@/lib/domain/cut-off";
import { day, moment } from "@/lib/domain/day";
import { readBooking, readPastReservations } from "@/lib/services/reservations/read-booking";
import { readRecap } from "@/lib/services/reservations/read-recap";
import { readSubmission } from "@/lib/services/reservations/read-submission";
import { submitReservations } from "@/lib/services/reservations/submit";
import { groupNamed } from "@/prisma/seed/town";
import { draftAndRecap, schoolYearNamed, weekWishes } from "@/tests/support/booking-drafts";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { guardianContext, theDuponts, type Duponts } from "@/tests/support/duponts";
import { withStatements } from "@/tests/support/statements";

const summer = "2025-07-15T10:09";
let duponts: Duponts;
let year: number;

beforeEach(async () => {
  await emptyTables();
  duponts = await theDuponts();
  year = await schoolYearNamed("2025-2026");
});

/** Léo's other home: a second family of the same child. */
async function otherHome() {
  const leo = duponts.family.children.find(({ firstName }) => firstName === "Léo");
  if (!leo) throw new Error("No Léo");
  return aFamily(prisma, { name: "Martin", children: [{ existing: leo }] });
}

test("the calendar takes six statements besides the session's, whatever the children", async () => {
  const { proof } = guardianContext(duponts.family, summer);
  const { statements } = await withStatements(async () => {
    await readBooking(proof, { schoolYearId: year, moment: moment(summer) });
    await readPastReservations(proof, moment(summer));
  });
  expect(statements.length).toBeLessThanOrEqual(6);
});

test("the year that runs is offered first, and the coming one once it is over", async () => {
  const { proof } = guardianContext(duponts.family, summer);
  const at = async (now: string) => {
    const page = await readBooking(proof, { schoolYearId: null, moment: moment(now) });
    return page?.context.schoolYear.name;
  };
  expect(await at(summer)).toBe("2025-2026");
  expect(await at("2026-07-03T18:00")).toBe("2025-2026");
  expect(await at("2026-07-04T00:00")).toBe("2026-2027");
  expect(await readBooking(proof, { schoolYearId: 999_999, moment: moment(summer) })).toBeNull();
});

test("an inscription that ended is gone, one that ends today is there", async () => {
  const { proof } = guardianContext(duponts.family, summer);
  const activities = async (now: string) => {
    const page = await readBooking(proof, { schoolYearId: year, moment: moment(now) });
    return page?.context.inscriptions.length;
  };
  expect(await activities("2026-06-26T23:00")).toBe(5);
  expect(await activities("2026-06-27T00:00")).toBe(4);
});

test("the child's other family sees what is held as elsewhere, and cannot book over it", async () => {
  const ctx = guardianContext(duponts.family, summer);
  const canteen = duponts.inscription("RESTO_R_PREVERT", "Léo");
  const input = await draftAndRecap(ctx, year, (c) => weekWishes(c, { Léo: { Repas: [2] } }));
  expect((await submitReservations(ctx, input)).ok).toBe(true);
  const meal = await prisma.unit.findFirstOrThrow({ where: { code: "REPAS" } });
  const key = cellKey(canteen, meal.id, day("2025-09-02"));

  const other = guardianContext(await otherHome(), summer);
  const page = await readBooking(other.proof, { schoolYearId: year, moment: other.moment });
  expect(page?.context.held[key]).toBe("elsewhere");
  // Only the shared child's inscriptions: Lucas is not theirs.
  expect(page?.context.children.map(({ firstName }) => firstName)).toEqual(["Léo"]);
  await draftAndRecap(other, year, () => ({ [key]: { want: true, seen: "elsewhere" as const } }));
  const recap = await readRecap(other.proof, { schoolYearId: year, moment: other.moment });
  expect(recap?.plan.changes).toEqual([]);
  expect(recap?.plan.impossible.map(({ why }) => why)).toEqual(["heldElsewhere"]);
});

test("a family that may only look cannot book", async () => {
  const other = await otherHome();
  await prisma.familyChild.updateMany({
    where: { familyId: other.id },
    data: { mayBook: false },
  });
  const ctx = guardianContext(other, summer);
  const input = await draftAndRecap(ctx, year, (c) =>
    weekWishes(
      { ...c, inscriptions: c.inscriptions.map((i) => ({ ...i, mayBook: true })) },
      { Léo: { Repas: [2] } },
    ),
  );
  expect(await submitReservations(ctx, input)).toEqual({ ok: false, refusal: "nothing-to-send" });
});

test("a stranger sees nothing of it", async () => {
  const ctx = guardianContext(duponts.family, summer);
  const input = await draftAndRecap(ctx, year, (c) => weekWishes(c, { Léo: { Repas: [2] } }));
  const sent = await submitReservations(ctx, input);
  if (!sent.ok) throw new Error(sent.refusal);
  const group = groupNamed(duponts.town, "RESTO_R_PREVERT", "2025-2026").row;
  const stranger = guardianContext(
    await aFamily(prisma, { name: "Ailleurs", children: [{ inscriptions: [{ group }] }] }),
    summer,
  );
  expect(await readSubmission(stranger.proof, sent.value.submissionId)).toBeNull();
  const page = await readBooking(stranger.proof, { schoolYearId: year, moment: stranger.moment });
  expect(page?.context.inscriptions).toHaveLength(1);
  expect(page?.context.held).toEqual({});
  expect(page?.draft).toBeNull();
});

test("a town may close days some hours before the unit begins, and a whole break at one date", async () => {
  const { proof } = guardianContext(duponts.family, summer);
  const canteen = duponts.inscription("RESTO_R_PREVERT", "Léo");
  const byHours: CutOffRule = { kind: "hoursBefore", hours: 4 };
  const rule: CutOffRule = {
    kind: "periodDates",
    periods: [{ from: day("2025-11-03"), to: day("2025-11-07"), until: day("2025-09-28") }],
    at: "12:00",
    otherwise: byHours,
  };
  await prisma.$executeRaw`
    UPDATE "Activity" SET "addCutOff" = ${JSON.stringify(rule)}::jsonb WHERE code = 'RESTO'`;
  await prisma.unit.updateMany({ where: { code: "REPAS" }, data: { beginsAt: "11:45" } });
  const page = await readBooking(proof, { schoolYearId: year, moment: moment(summer) });
  if (!page) throw new Error("No booking");
  const meal = [...(bookingIndex(page.context).get(canteen)?.units.values() ?? [])][0];
  expect(meal?.closesAt(day("2025-11-04"), "add")).toBe("2025-09-28T12:00");
  expect(meal?.closesAt(day("2025-11-10"), "add")).toBe("2025-11-10T07:45");
});
