import fc from "fast-check";
import { applyPeriodicity, type PeriodicityMode } from "@/lib/domain/booking/apply-periodicity";
import { keyOf, type BookingContext } from "@/lib/domain/booking/context";
import { planChanges } from "@/lib/domain/booking/plan";
import { isWanted, tickAll, type Wishes } from "@/lib/domain/booking/wishes";
import { daysBetween, mondayOf, weekdayOf } from "@/lib/domain/day";
import type { Periodicity } from "@/lib/domain/periodicity";
import { anyBookingContext, anyPeriodicity, anyWishes } from "@/tests/support/arbitraries/booking";
import { allInscriptions, inscriptionId } from "@/tests/support/booking";
import { allCells, differing, mayChangeByTheRules } from "@/tests/support/booking-oracle";

const { lucasWednesdays } = inscriptionId;

describe("any periodicity, any rules, any draft", () => {
  const anyMode = fc.constantFrom<PeriodicityMode>("replace", "addOnly");
  const anyCase = anyBookingContext.chain((context) =>
    fc.record({
      context: fc.constant(context),
      wishes: anyWishes(context),
      p: anyPeriodicity(context.inscriptions),
      mode: anyMode,
      emptied: fc.subarray(allInscriptions),
    }),
  );

  /** Said again the slow way: what each cell becomes, from an empty draft. */
  function wantedByHand(
    context: BookingContext,
    p: Periodicity,
    mode: PeriodicityMode,
    emptied: readonly number[],
  ): string[] {
    const touched = new Set(p.weeks.flat().map((tick) => tick.inscriptionId));
    if (mode === "replace") emptied.forEach((id) => touched.add(id));
    return allCells(context).flatMap((cell) => {
      const held = isWanted(context, {}, keyOf(cell));
      const week = (daysBetween(mondayOf(p.from), mondayOf(cell.day)) / 7) % p.weeks.length;
      const inPeriod = p.from <= cell.day && cell.day <= p.to;
      const asked = (p.weeks[week] ?? []).some(
        (tick) =>
          tick.inscriptionId === cell.inscriptionId &&
          tick.unitId === cell.unitId &&
          tick.weekday === weekdayOf(cell.day),
      );
      if (!inPeriod || !touched.has(cell.inscriptionId)) return held ? [keyOf(cell)] : [];
      const want = asked || (mode === "addOnly" && held);
      const moved = want === held || mayChangeByTheRules(context, cell, want ? "add" : "remove");
      return (moved ? want : held) ? [keyOf(cell)] : [];
    });
  }

  test("from an empty draft it gives what the rules give cell by cell", () => {
    fc.assert(
      fc.property(anyCase, ({ context, p, mode, emptied }) => {
        const care = context.inscriptions.filter(({ id }) => id !== lucasWednesdays);
        const simple = { ...context, inscriptions: care };
        const { wishes } = applyPeriodicity(simple, {}, p, mode, emptied);
        const wanted = allCells(simple)
          .map(keyOf)
          .filter((key) => isWanted(simple, wishes, key));
        expect(wanted).toEqual(wantedByHand(simple, p, mode, emptied));
      }),
      { numRuns: 60 },
    );
  });

  test("nothing that may no longer change is changed, and the plan says the same", () => {
    fc.assert(
      fc.property(anyCase, ({ context, p, mode, emptied }) => {
        const { wishes, preview } = applyPeriodicity(context, {}, p, mode, emptied);
        const changed = differing(context, wishes);
        const forbidden = changed.filter(
          (cell) =>
            !mayChangeByTheRules(
              context,
              cell,
              isWanted(context, wishes, keyOf(cell)) ? "add" : "remove",
            ),
        );
        expect(forbidden).toEqual([]);
        const plan = planChanges(context, wishes);
        expect(plan.impossible).toEqual([]);
        const previewed = preview.flatMap(({ added, removed }) => [...added, ...removed]);
        expect(previewed.map(keyOf).sort()).toEqual(changed.map(keyOf).sort());
      }),
      { numRuns: 60 },
    );
  });

  test("applying twice is applying once", () => {
    fc.assert(
      fc.property(anyCase, ({ context, wishes, p, mode, emptied }) => {
        const once = applyPeriodicity(context, wishes, p, mode, emptied);
        const twice = applyPeriodicity(context, once.wishes, p, mode, emptied);
        expect(twice.wishes).toEqual(once.wishes);
        expect(twice.preview.flatMap(({ added, removed }) => [...added, ...removed])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("no overlap is made, whatever the draft was before", () => {
    fc.assert(
      fc.property(anyCase, ({ context, p, mode, emptied }) => {
        const before: Wishes = tickAll(context, {}, [lucasWednesdays], p, true);
        const { wishes } = applyPeriodicity(context, before, p, mode, emptied);
        expect(planChanges(context, wishes).impossible).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("add only never removes; replace touches no inscription without a tick or emptied", () => {
    fc.assert(
      fc.property(anyCase, ({ context, wishes, p, emptied }) => {
        const added = applyPeriodicity(context, wishes, p, "addOnly", emptied);
        const lost = allCells(context)
          .map(keyOf)
          .filter((key) => isWanted(context, wishes, key) && !isWanted(context, added.wishes, key));
        expect(lost).toEqual([]);
        const replaced = applyPeriodicity(context, wishes, p, "replace", emptied);
        const touched = new Set([...emptied, ...p.weeks.flat().map((tick) => tick.inscriptionId)]);
        const beside = allCells(context)
          .filter(
            (cell) => !touched.has(cell.inscriptionId) || cell.day < p.from || cell.day > p.to,
          )
          .map(keyOf)
          .filter((key) => wishes[key] !== replaced.wishes[key]);
        expect(beside).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
