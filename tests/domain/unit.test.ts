import fc from "fast-check";
import { overlap, widestSet, type DayPart } from "@/lib/domain/unit";

const anyParts = fc.subarray<DayPart>(["morning", "noon", "afternoon", "evening"]);
const unit = (label: string, ...covers: DayPart[]) => ({ label, covers });
const labels = (units: readonly { label: string }[]) => units.map(({ label }) => label);

const matin = unit("Matin", "morning");
const apresMidi = unit("Après-midi", "afternoon");
const journee = unit("Journée", "morning", "noon", "afternoon");
const accMatin = unit("Acc Matin", "morning");
const accSoir = unit("Acc Soir", "evening");

describe("overlap", () => {
  it.each([
    [journee, matin, true],
    [apresMidi, journee, true],
    [matin, apresMidi, false],
    [matin, matin, true],
    [matin, unit("Frais"), false],
  ])("$0.label and $1.label", (a, b, expected) => {
    expect(overlap(a.covers, b.covers)).toBe(expected);
    expect(overlap(b.covers, a.covers)).toBe(expected);
  });
});

describe("the widest set", () => {
  it.each([
    [[matin, apresMidi, journee], ["Journée"]],
    [
      [matin, apresMidi],
      ["Matin", "Après-midi"],
    ],
    [
      [accMatin, accSoir],
      ["Acc Matin", "Acc Soir"],
    ],
    [
      [journee, accSoir, matin],
      ["Journée", "Acc Soir"],
    ],
    // As much covered by one as by two: one.
    [[unit("a", "morning"), unit("b", "noon"), unit("ab", "morning", "noon")], ["ab"]],
    // More covered by two than by the widest one.
    [
      [unit("mn", "morning", "noon"), unit("ae", "afternoon", "evening"), journee],
      ["mn", "ae"],
    ],
    [[matin, accMatin], ["Matin"]],
    [[unit("Frais")], []],
    [[], []],
  ])("of %j", (units, expected) => {
    expect(labels(widestSet(units))).toEqual(expected);
  });

  it("takes what comes first by position", () => {
    const units = [
      { ...accMatin, position: 2 },
      { ...matin, position: 1 },
    ];
    expect(labels(widestSet(units))).toEqual(["Matin"]);
  });

  it("covers as much as any set without overlap, with no more units (oracle: all subsets)", () => {
    const anyUnits = fc.array(fc.record({ covers: anyParts }), { maxLength: 7 });
    const covered = (set: readonly { covers: readonly DayPart[] }[]) =>
      set.reduce((sum, { covers }) => sum + covers.length, 0);
    fc.assert(
      fc.property(anyUnits, (units) => {
        const chosen = widestSet(units);
        expect(chosen.every((u) => units.includes(u) && u.covers.length > 0)).toBe(true);
        const subsets = Array.from({ length: 2 ** units.length }, (_, bits) =>
          units.filter((__, n) => (bits >> n) % 2 === 1),
        );
        const allowed = subsets.filter((set) =>
          set.every((a, n) => set.slice(n + 1).every((b) => !overlap(a.covers, b.covers))),
        );
        expect(new Set(chosen.flatMap(({ covers }) => covers)).size).toBe(covered(chosen));
        const most = Math.max(...allowed.map(covered));
        const widest = allowed.filter((set) => covered(set) === most);
        expect(covered(chosen)).toBe(most);
        expect(chosen.length).toBe(Math.min(...widest.map((set) => set.length)));
      }),
      { numRuns: 400 },
    );
  });
});
