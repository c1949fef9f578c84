// What agents read of closures: the list, and what each did.
import { readClosure, readClosures } from "@/lib/services/closures/list";
import { readClosureChoices } from "@/lib/services/closures/choices";
import { day } from "@/lib/domain/day";
import {
  aStrikeTown,
  declared,
  monday,
  reason,
  reopen,
  tuesday,
  type StrikeTown,
} from "./scenario";

let town: StrikeTown;
beforeEach(async () => {
  town = await aStrikeTown(2);
});

test("what closed, who was touched, and what became of it", async () => {
  const { ctx, group } = town;
  const id = await declared(town, { target: { kind: "group", id: group.id }, to: tuesday });
  const [listed] = await readClosures(ctx.proof);
  expect(listed).toMatchObject({
    id,
    reason,
    period: { from: monday, to: tuesday },
    target: { name: expect.stringMatching(/^Restauration scolaire, .* \(RESTO\)$/) as string },
    unit: "every",
    children: 2,
    families: 2,
    places: 4,
    // The two fees end with the last day that was held.
    amount: 4 * 200 + 2 * 500,
    emails: 2,
    reopened: null,
  });
  const detail = await readClosure(ctx.proof, id);
  expect(detail?.unitDays.map((one) => [one.day, one.unitLabel, one.places])).toEqual([
    [monday, "Restauration scolaire, Repas", 2],
    [tuesday, "Restauration scolaire, Repas", 2],
  ]);
  expect(detail?.closed.map((family) => [family.places, family.amount])).toEqual([
    [2, 400],
    [2, 400],
  ]);
  await reopen(town, id);
  expect(await readClosure(ctx.proof, id)).toMatchObject({
    reopened: { by: "Camille Martin", restored: 4, leftAsChanged: 0 },
  });
  expect(await readClosure(ctx.proof, 999)).toBeNull();
});

test("the whole town, and one unit of it", async () => {
  await declared(town, { unitId: town.unit("REPAS") });
  expect(await readClosures(town.ctx.proof)).toMatchObject([
    { target: "town", unit: { label: "Repas" } },
  ]);
});

test("what may close is what still has groups", async () => {
  const { ctx, canteen, group } = town;
  const units = [{ id: town.unit("REPAS"), label: "Repas" }];
  expect(await readClosureChoices(ctx.proof, day(monday))).toMatchObject({
    establishments: [{ id: group.establishmentId }],
    activities: [{ id: canteen.id, units }],
    groups: [{ id: group.id }],
  });
  const nothing = { establishments: [], activities: [], groups: [] };
  expect(await readClosureChoices(ctx.proof, day("2030-01-01"))).toEqual(nothing);
});
