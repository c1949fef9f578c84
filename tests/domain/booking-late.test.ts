import fc from "fast-check";
import { cellView } from "@/lib/domain/booking/cell";
import { keyOf, type HeldState } from "@/lib/domain/booking/context";
import { askedAlong, lateRefusalOf, lateRefusalOfAll } from "@/lib/domain/booking/late";
import {
  announcedAmount,
  lateQuote,
  lateQuoteInWords,
  type LateQuote,
} from "@/lib/domain/booking/late-quote";
import { refusalOf, rivalsOf } from "@/lib/domain/booking/rules";
import { cents, NOTHING } from "@/lib/domain/money";
import type { PriceTable } from "@/lib/domain/tariff/price-table";
import { day } from "@/lib/domain/day";
import { anyBookingContext } from "@/tests/support/arbitraries/booking";
import {
  aBookingContext,
  aCell,
  heldCells,
  inscriptionId,
  unitId,
  type BookingContextSpec,
} from "@/tests/support/booking";
import { allCells } from "@/tests/support/booking-oracle";

const { leoCanteen, lucasWednesdays } = inscriptionId;
const { repas, matin, journee } = unitId;
// Closed on Thursday 28 August 2025 at 23:59.
const tuesday = aCell(leoCanteen, repas, "2025-09-02");
const late = "2025-08-29T00:00";
const wednesday = aCell(lucasWednesdays, journee, "2025-09-10");
const held = (state: HeldState = "reserved") => heldCells([leoCanteen, repas, "2025-09-02", state]);
const offered = { lateAdditions: true, lateRemovals: true };

type Row = readonly [what: string, spec: BookingContextSpec, why: string | null];

describe("an addition past its cut-off", () => {
  const rows: readonly Row[] = [
    ["the last minute in time", { now: "2025-08-28T23:59" }, "inTime"],
    ["the first minute past it", { now: late }, null],
    ["the day itself, early", { now: "2025-09-02T00:00" }, null],
    ["the day itself, at its end", { now: "2025-09-02T23:59" }, null],
    ["the day after", { now: "2025-09-03T00:00" }, "past"],
    ["held already", { now: late, held: held() }, "unchanged"],
    ["asked already", { now: late, held: held("pending") }, "waiting"],
    ["its removal asked", { now: late, held: held("removalPending") }, "waiting"],
    ["held by the other family", { now: late, held: held("elsewhere") }, "heldElsewhere"],
    ["a family that only looks", { now: late, every: { mayBook: false } }, "readOnly"],
    ["no late additions here", { now: late, every: { lateAdditions: false } }, "notOffered"],
    ["no late removals here", { now: late, every: { lateRemovals: false } }, null],
    ["without any cut-off", { now: late, every: { addCutOff: { kind: "none" } } }, "inTime"],
  ];
  test.each(rows)("%s", (_, spec, why) => {
    expect(lateRefusalOf(aBookingContext(spec), tuesday, "add")?.why ?? null).toBe(why);
  });
});

describe("a cancellation past its cut-off", () => {
  const rows: readonly Row[] = [
    ["the last minute in time", { now: "2025-08-28T23:59", held: held() }, "inTime"],
    ["the first minute past it", { now: late, held: held() }, null],
    ["the day after", { now: "2025-09-03T00:00", held: held() }, "past"],
    ["nothing held", { now: late }, "unchanged"],
    ["asked already", { now: late, held: held("removalPending") }, "waiting"],
    ["an addition that waits", { now: late, held: held("pending") }, "waiting"],
    ["held by the other family", { now: late, held: held("elsewhere") }, "heldElsewhere"],
    [
      "a family that only looks",
      { now: late, held: held(), every: { mayBook: false } },
      "readOnly",
    ],
    [
      "no late removals here",
      { now: late, held: held(), every: { lateRemovals: false } },
      "notOffered",
    ],
    ["no late additions here", { now: late, held: held(), every: { lateAdditions: false } }, null],
  ];
  test.each(rows)("%s", (_, spec, why) => {
    expect(lateRefusalOf(aBookingContext(spec), tuesday, "remove")?.why ?? null).toBe(why);
  });
});

test("a closed day, a day that never opens and what is not the family's are never asked late", () => {
  const context = aBookingContext({ now: "2025-11-10T10:00" });
  const why = (cell: typeof tuesday) => lateRefusalOf(context, cell, "add")?.why;
  expect(why(aCell(leoCanteen, repas, "2025-11-11"))).toBe("closed");
  expect(why(aCell(leoCanteen, repas, "2025-11-12"))).toBe("notOpened");
  expect(why(aCell(999, repas, "2025-11-13"))).toBe("unknownInscription");
  expect(why(aCell(leoCanteen, journee, "2025-11-13"))).toBe("unknownUnit");
  expect(why(aCell(leoCanteen, repas, "2026-08-31"))).toBe("outsideInscription");
});

test("leisure centres of the demo town take none; elsewhere what covers the same moment excludes it", () => {
  const now = "2025-09-08T10:00";
  expect(lateRefusalOf(aBookingContext({ now }), wednesday, "add")?.why).toBe("notOffered");
  const morning = heldCells([lucasWednesdays, matin, "2025-09-10"]);
  const context = aBookingContext({ now, held: morning, every: offered });
  expect(lateRefusalOf(context, wednesday, "add")).toEqual({ why: "overlap", detail: "Matin" });
  const afternoon = aCell(lucasWednesdays, unitId.apresMidi, "2025-09-10");
  expect(lateRefusalOf(context, afternoon, "add")).toBeNull();
});

test("may be asked exactly where the cut-off alone refuses, the town offers it and nothing overlaps", () => {
  fc.assert(
    fc.property(anyBookingContext, fc.array(fc.nat(), { minLength: 5 }), (context, picks) => {
      const cells = allCells(context);
      for (const cell of picks.flatMap((n) => cells[n % cells.length] ?? [])) {
        const its = context.inscriptions.find(({ id }) => id === cell.inscriptionId);
        const base = context.held[keyOf(cell)];
        const isFree = (other: typeof cell) => context.held[keyOf(other)] === undefined;
        const isLate = (change: "add" | "remove") =>
          refusalOf(context, cell, change)?.why === "cutOffPassed";
        const mayAdd =
          isLate("add") &&
          (its?.lateAdditions ?? false) &&
          base === undefined &&
          rivalsOf(context, cell).every(isFree);
        const mayRemove = isLate("remove") && (its?.lateRemovals ?? false) && base === "reserved";
        expect(lateRefusalOf(context, cell, "add") === null).toBe(mayAdd);
        expect(lateRefusalOf(context, cell, "remove") === null).toBe(mayRemove);
        const lock = cellView(context, {}, cell)?.lock;
        const shown = lock?.why === "late" && lock.asking === null;
        expect(shown).toBe(base === "reserved" ? mayRemove : mayAdd);
      }
    }),
  );
});

describe("what is announced", () => {
  const quote = (amount: number | null, usual = amount, fees = 0): LateQuote => ({
    amount: amount === null ? null : cents(amount),
    usual: usual === null ? null : cents(usual),
    fees: cents(fees),
    count: 1,
    unpriced: amount === null ? 1 : 0,
  });

  test.each([
    ["add", quote(169, 141), "coûtera 1,69\u00a0€ au lieu de 1,41\u00a0€."],
    ["add", quote(208), "coûtera 2,08\u00a0€."],
    ["add", quote(208, 208, 970), "2,08\u00a0€. S’y ajoutent 9,70\u00a0€ de frais d’inscription."],
    ["add", quote(null), "le prix sera fixé quand le tarif de cette date sera publié."],
    ["remove", quote(208), "rien n’est dû. Sinon, 2,08\u00a0€ restent dus."],
    ["remove", quote(141), "rien n’est dû. Sinon, 1,41\u00a0€ reste dû."],
    ["remove", quote(null), "Sinon, la prestation reste due."],
  ] as const)("%s: %j", (change, told, words) => {
    expect(lateQuoteInWords(change, told)).toContain(words);
  });

  const prices: PriceTable = {
    amounts: {
      [`${leoCanteen}|${repas}`]: [
        { from: day("2025-09-01"), usual: cents(208), late: cents(250) },
      ],
    },
    fees: [
      {
        inscriptionId: leoCanteen,
        childId: 1,
        unitId: 99,
        label: "Frais d’inscription",
        steps: [{ from: day("2025-09-01"), usual: cents(970), late: cents(970) }],
        kept: null,
        day: null,
      },
    ],
    settled: [],
    kept: { [keyOf(tuesday)]: cents(200) },
  };

  test("an addition: the late price, and the fee that comes with the first day", () => {
    const free = { ...prices, kept: {} };
    const first = lateQuote(aBookingContext({ now: late }), free, [tuesday], "add");
    expect(first).toEqual({ amount: 250, usual: 208, fees: 970, count: 1, unpriced: 0 });
    expect(announcedAmount(first)).toBe(1220);
  });

  test("a cancellation: what was kept with the reservation", () => {
    const context = aBookingContext({ now: late, held: held() });
    const kept = lateQuote(context, prices, [tuesday], "remove");
    expect(kept).toEqual({
      amount: 200,
      usual: 200,
      fees: NOTHING,
      count: 1,
      unpriced: 0,
    });
    expect(announcedAmount({ ...kept, amount: null })).toBeNull();
  });

  test("several: their sum, one fee, and how many have no price yet", () => {
    const thursday = aCell(leoCanteen, repas, "2025-09-04");
    const study = aCell(lucasWednesdays, matin, "2025-09-03");
    const free = { ...prices, kept: {} };
    const all = lateQuote(
      aBookingContext({ now: late, every: offered }),
      free,
      [tuesday, thursday, study],
      "add",
    );
    expect(all).toEqual({ amount: 500, usual: 416, fees: 970, count: 3, unpriced: 1 });
    expect(announcedAmount(all)).toBe(1470);
    expect(lateQuoteInWords("add", all)).toBe(
      "Si le service accepte, ces 2 réservations coûteront 5,00\u00a0€ au lieu de 4,16\u00a0€. " +
        "S’y ajoutent 9,70\u00a0€ de frais d’inscription. Le prix d’une autre sera fixé quand son tarif sera publié.",
    );
  });
});

describe("several in one sending", () => {
  const now = "2025-09-08T10:00";
  const context = aBookingContext({ now, every: offered });

  test("what overlaps is never asked together, nor offered along", () => {
    const morning = aCell(lucasWednesdays, matin, "2025-09-10");
    expect(lateRefusalOfAll(context, [wednesday], "add")).toBeNull();
    expect(lateRefusalOfAll(context, [wednesday, morning], "add")?.why).toBe("overlap");
    const along = askedAlong(context, wednesday, "add").map(keyOf);
    expect(along).not.toContain(keyOf(morning));
    expect(along).not.toContain(keyOf(wednesday));
  });

  test("along: exactly what may be asked with it, of its week and the next, by day", () => {
    const along = askedAlong(context, wednesday, "add");
    expect(along.length).toBeGreaterThan(0);
    expect(along.map(({ day: d }) => d)).toEqual(along.map(({ day: d }) => d).sort());
    const offeredKeys = new Set(along.map(keyOf));
    for (const cell of allCells(context)) {
      const isNear = cell.day >= "2025-09-08" && cell.day <= "2025-09-21";
      const may = isNear && lateRefusalOfAll(context, [wednesday, cell], "add") === null;
      expect([keyOf(cell), offeredKeys.has(keyOf(cell))]).toEqual([keyOf(cell), may]);
    }
  });
});
