import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import { recapOfPlan } from "@/lib/domain/booking/plan-recap";
import { planChanges } from "@/lib/domain/booking/plan";
import { tickAll } from "@/lib/domain/booking/wishes";
import { day } from "@/lib/domain/day";
import { aBookingContext, heldCells, inscriptionId, unitId } from "@/tests/support/booking";

const { leoCanteen } = inscriptionId;
const { repas } = unitId;
const september = { from: day("2025-09-01"), to: day("2025-09-30") };
const tuesdays = {
  ...september,
  weeks: [[{ inscriptionId: leoCanteen, unitId: repas, weekday: 2 as const }]],
};

test("a day already held is no exception to what is added", () => {
  const context = aBookingContext({ held: heldCells([leoCanteen, repas, "2025-09-16"]) });
  const { wishes } = applyPeriodicity(context, {}, tuesdays, "addOnly", []);
  const [child, ...others] = recapOfPlan(context, planChanges(context, wishes));
  expect(others).toEqual([]);
  expect(child?.firstName).toBe("Léo");
  expect(child?.inscriptions[0]?.additions).toMatchObject([
    {
      unitLabel: "Repas",
      sentence: "tous les mardis, du 2 sept. 2025 au 30 sept. 2025\u00a0: 4 repas",
      examined: false,
    },
  ]);
});

test("removals are told against what was held", () => {
  const held = ["2025-09-02", "2025-09-09", "2025-09-23", "2025-09-30"];
  const context = aBookingContext({
    held: heldCells(...held.map((d) => [leoCanteen, repas, d] as const)),
  });
  const wishes = tickAll(context, {}, [leoCanteen], september, false);
  const [child] = recapOfPlan(context, planChanges(context, wishes));
  expect(child?.inscriptions[0]?.additions).toEqual([]);
  expect(child?.inscriptions[0]?.removals[0]?.sentence).toBe(
    "tous les mardis, du 2 sept. 2025 au 30 sept. 2025\u00a0: 4 repas",
  );
});
