import fc from "fast-check";
import { cellView } from "@/lib/domain/booking/cell";
import { asCellKey, cellKey, keyOf, parseCellKey } from "@/lib/domain/booking/context";
import { wantCell, type Wishes } from "@/lib/domain/booking/wishes";
import { day } from "@/lib/domain/day";
import type { OpeningException } from "@/lib/domain/opening";
import { anyBookingContext } from "@/tests/support/arbitraries/booking";
import { anyDay } from "@/tests/support/arbitraries/days";
import {
  aBookingContext,
  aCell,
  heldCells,
  inscriptionId,
  unitId,
  wishesOf,
  type BookingContextSpec,
} from "@/tests/support/booking";
import { allCells, mayChangeByTheRules } from "@/tests/support/booking-oracle";

const { leoCanteen, leoStudy } = inscriptionId;
const { repas, etudes, journee } = unitId;
const tuesday = aCell(leoCanteen, repas, "2025-09-02");

describe("keys of cells", () => {
  test("read back as written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.nat({ max: 99 }),
        anyDay(),
        (i, u, d) => {
          expect(parseCellKey(cellKey(i, u + 1, d))).toEqual({
            inscriptionId: i,
            unitId: u + 1,
            day: d,
          });
        },
      ),
    );
  });

  test.each(["", "1|2", "1|2|2025-02-30", "1|2|2025-09-02|", "0|2|2025-09-02", "-1|2|2025-09-02"])(
    "%j is none",
    (text) => {
      expect(asCellKey(text)).toBeNull();
    },
  );

  test.each(["1.5|2|2025-09-02", "01|2|2025-09-02", "1|x|2025-09-02", "__proto__"])(
    "nor is %j",
    (text) => {
      expect(asCellKey(text)).toBeNull();
    },
  );
});

describe("a cell as it is drawn", () => {
  const view = (spec: BookingContextSpec, cell = tuesday, wishes: Wishes = {}) =>
    cellView(aBookingContext(spec), wishes, cell);

  test("free, with the last moment to take it", () => {
    expect(view({})).toEqual({
      key: keyOf(tuesday),
      base: "free",
      wanted: false,
      status: "free",
      lock: null,
      closesAt: "2025-08-28T23:59",
    });
  });

  test("added and removed by this draft", () => {
    const added = wishesOf([tuesday, { want: true, seen: "free" }]);
    expect(view({}, tuesday, added)).toMatchObject({ status: "added", wanted: true });
    const held = heldCells([leoCanteen, repas, "2025-09-02"]);
    const removed = wishesOf([tuesday, { want: false, seen: "reserved" }]);
    expect(view({ held }, tuesday, removed)).toMatchObject({ status: "removed", wanted: false });
  });

  test.each(["reserved", "pending", "removalPending", "elsewhere"] as const)("%s", (state) => {
    const held = heldCells([leoCanteen, repas, "2025-09-02", state]);
    expect(view({ held })).toMatchObject({ status: state, base: state });
  });

  test("late, with the moment; what is held keeps its name", () => {
    const now = "2025-08-30T10:00";
    const lock = { why: "late", since: "2025-08-28T23:59" };
    expect(view({ now })).toMatchObject({ status: "late", lock: { ...lock, change: "add" } });
    const held = heldCells([leoCanteen, repas, "2025-09-02"]);
    expect(view({ now, held })).toMatchObject({
      status: "reserved",
      lock: { ...lock, change: "remove" },
      closesAt: null,
    });
  });

  test("a closure announced since moves no cut-off, and a group's first days may be booked", () => {
    const addCutOff = { kind: "daysBefore", days: 2, skip: "notSchoolDays", at: "23:59" } as const;
    const cutOffOf = (d: string, exceptions: readonly OpeningException[] = []) =>
      view({ every: { addCutOff, exceptions } }, aCell(leoCanteen, repas, d))?.closesAt;
    const closedOn = (d: string) =>
      ({ unitId: "every", day: day(d), open: false, reason: "Grève" }) as const;
    expect(cutOffOf("2025-10-10")).toBe("2025-10-08T23:59");
    expect(cutOffOf("2025-10-10", [closedOn("2025-10-08"), closedOn("2025-10-09")])).toBe(
      "2025-10-08T23:59",
    );
    expect(cutOffOf("2025-09-01")).toBe("2025-08-28T23:59");
  });

  test("closed, with the reason, even when it was held; past; read only", () => {
    const armistice = aCell(leoCanteen, repas, "2025-11-11");
    expect(view({}, armistice)).toMatchObject({
      status: "closed",
      lock: { why: "closed", reason: "Armistice 1918" },
    });
    const strike = {
      unitId: "every" as const,
      day: tuesday.day,
      open: false,
      reason: "Grève du 2 septembre",
    };
    const held = heldCells([leoCanteen, repas, "2025-09-02"]);
    expect(view({ held, every: { exceptions: [strike] } })).toMatchObject({
      status: "closed",
      base: "reserved",
      lock: { why: "closed", reason: "Grève du 2 septembre" },
    });
    expect(view({ now: "2025-09-03T08:00" })).toMatchObject({ status: "past" });
    expect(view({ every: { mayBook: false } })).toMatchObject({ lock: { why: "readOnly" } });
  });

  test("no cell where nothing opens, unless something is held there", () => {
    const context = aBookingContext();
    expect(cellView(context, {}, aCell(leoCanteen, repas, "2025-09-03"))).toBeNull();
    expect(cellView(context, {}, aCell(leoStudy, etudes, "2026-06-29"))).toBeNull();
    expect(cellView(context, {}, aCell(999, repas, "2025-09-02"))).toBeNull();
    expect(cellView(context, {}, aCell(leoCanteen, journee, "2025-09-02"))).toBeNull();
    const held = heldCells([leoCanteen, repas, "2025-09-03"]);
    expect(view({ held }, aCell(leoCanteen, repas, "2025-09-03"))?.status).toBe("closed");
  });

  test("is unlocked exactly where the rules allow the change that a tap makes", () => {
    fc.assert(
      fc.property(anyBookingContext, fc.array(fc.nat(), { minLength: 5 }), (context, picks) => {
        const cells = allCells(context);
        for (const cell of picks.flatMap((n) => cells[n % cells.length] ?? [])) {
          const shown = cellView(context, {}, cell);
          if (!shown) continue;
          const allowed = mayChangeByTheRules(context, cell, shown.wanted ? "remove" : "add");
          expect(shown.lock === null || shown.lock.why === "overlap").toBe(allowed);
          const tapped = wantCell(context, {}, cell, !shown.wanted).wishes;
          expect(Object.keys(tapped).length > 0).toBe(shown.lock === null);
        }
      }),
    );
  });
});
