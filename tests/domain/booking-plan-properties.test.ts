import fc from "fast-check";
import { baseOf, entriesByCell, keyOf, parseCellKey } from "@/lib/domain/booking/context";
import { comes } from "@/lib/domain/booking/standing";
import { planChanges } from "@/lib/domain/booking/plan";
import { anyBookingContext, anyWishes } from "@/tests/support/arbitraries/booking";
import { heldAfter, mayChangeByTheRules, overlapsWanted } from "@/tests/support/booking-oracle";

describe("any draft, any rules", () => {
  const anyCase = anyBookingContext.chain((context) =>
    anyWishes(context).map((wishes) => ({ context, wishes })),
  );

  test("every wish comes out once, and what differs is a change or impossible", () => {
    fc.assert(
      fc.property(anyCase, ({ context, wishes }) => {
        const { changes, unchanged, impossible } = planChanges(context, wishes);
        const out = [...changes, ...impossible].map(({ cell }) => keyOf(cell));
        const wanted = entriesByCell(wishes);
        expect([...out, ...unchanged.map(keyOf)].sort()).toEqual(wanted.map(([key]) => key).sort());
        const known = new Set(context.inscriptions.map(({ id }) => id));
        const differ = wanted.filter(([key, { want }]) => {
          const cell = parseCellKey(key);
          const isKnown = known.has(cell?.inscriptionId ?? 0) && cell?.unitId !== 999;
          return !isKnown || want !== comes(baseOf(context, key));
        });
        expect(out.sort()).toEqual(differ.map(([key]) => key).sort());
      }),
    );
  });

  test("a change is always one that the rules allow, and says what it finds", () => {
    fc.assert(
      fc.property(anyCase, ({ context, wishes }) => {
        for (const { cell, change, from } of planChanges(context, wishes).changes) {
          expect(mayChangeByTheRules(context, cell, change)).toBe(true);
          expect(from).toBe(baseOf(context, keyOf(cell)));
          expect(wishes[keyOf(cell)]?.seen).toBe(from);
        }
      }),
    );
  });

  test("what is refused has a reason that the rules share", () => {
    fc.assert(
      fc.property(anyCase, ({ context, wishes }) => {
        for (const { cell, change, why, since } of planChanges(context, wishes).impossible) {
          const beyondTheCell = why === "overlap" || why === "changedSince";
          expect(mayChangeByTheRules(context, cell, change)).toBe(beyondTheCell);
          expect(since !== null).toBe(why === "cutOffPassed");
        }
      }),
    );
  });

  test("carried out, a plan leaves no overlap, and nothing to do again", () => {
    fc.assert(
      fc.property(anyCase, ({ context, wishes }) => {
        const plan = planChanges(context, wishes);
        const after = heldAfter(context, plan.changes);
        expect(overlapsWanted(after, {})).toEqual([]);
        const again = planChanges(after, wishes);
        expect(again.changes).toEqual([]);
        expect(again.unchanged.length).toBeGreaterThanOrEqual(plan.changes.length);
      }),
    );
  });
});
