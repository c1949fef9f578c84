import { nextCutOffs } from "@/lib/domain/booking/next-cut-offs";
import {
  aBookingContext,
  heldCells,
  inscriptionId,
  sevenDaysBefore,
  unitId,
} from "@/tests/support/booking";

const november = { year: "2026-2027", now: "2026-11-22T10:00" } as const;
const wednesdays = { [inscriptionId.lucasWednesdays]: { addCutOff: sevenDaysBefore } };

test("the next moments, soonest first, with the days and inscriptions that each closes", () => {
  const context = aBookingContext({ ...november, inscriptions: wednesdays });
  expect(nextCutOffs(context, 3)).toEqual([
    {
      moment: "2026-11-25T23:59",
      days: ["2026-12-02"],
      inscriptionIds: [inscriptionId.lucasWednesdays],
    },
    {
      moment: "2026-11-26T23:59",
      days: ["2026-11-30", "2026-12-01", "2026-12-03", "2026-12-04"],
      inscriptionIds: [
        inscriptionId.leoStudy,
        inscriptionId.leoCanteen,
        inscriptionId.lucasCare,
        inscriptionId.lucasCanteen,
      ],
    },
    {
      moment: "2026-12-02T23:59",
      days: ["2026-12-09"],
      inscriptionIds: [inscriptionId.lucasWednesdays],
    },
  ]);
});

test("the moment itself is still to come, the next minute no longer", () => {
  const at = (now: string) =>
    nextCutOffs(aBookingContext({ ...november, now, inscriptions: wednesdays }), 1)[0]?.moment;
  expect(at("2026-11-25T23:59")).toBe("2026-11-25T23:59");
  expect(at("2026-11-26T00:00")).toBe("2026-11-26T23:59");
});

test("nothing where the family may only look, where no rule closes, or when the year is over", () => {
  const readOnly = aBookingContext({ ...november, every: { mayBook: false } });
  expect(nextCutOffs(readOnly, 3)).toEqual([]);
  const open = aBookingContext({ ...november, every: { addCutOff: { kind: "none" } } });
  expect(nextCutOffs(open, 3)).toEqual([]);
  expect(nextCutOffs(aBookingContext({ ...november, now: "2027-07-10T10:00" }), 3)).toEqual([]);
});

test("a day on which something is held or asked is not to be booked any more, whatever the unit", () => {
  const lucas = inscriptionId.lucasWednesdays;
  const held = heldCells(
    [lucas, unitId.matin, "2026-12-02"],
    [lucas, unitId.journee, "2026-12-09", "pending"],
  );
  const context = aBookingContext({ ...november, inscriptions: wednesdays, held });
  const his = nextCutOffs(context, 30).filter(({ inscriptionIds }) => inscriptionIds[0] === lucas);
  expect(his[0]?.days).toEqual(["2026-12-16"]);
});
