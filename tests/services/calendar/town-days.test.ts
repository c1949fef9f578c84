// A bridge or a worked Wednesday for the whole town: one gesture, listed and taken back as one.
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import {
  addTownDay,
  readTownDays,
  removeTownDay,
  type TownDayToAdd,
} from "@/lib/services/calendar/town-days";
import { theOffice } from "@/tests/services/family-admin/scenario";
import { aGridTown, anEater, type GridTown } from "@/tests/services/tariffs/grid-town";
import { emptyTables } from "@/tests/support/database";

let ctx: Awaited<ReturnType<typeof theOffice>>;
let town: GridTown;
const today = day("2025-10-10");

beforeEach(async () => {
  await emptyTables();
  ctx = await theOffice("2025-10-10T10:00");
  town = await aGridTown();
  // Two groups of the canteen, each with a child.
  await anEater(town, { days: ["2025-10-13"] });
  await anEater(town, { days: ["2025-10-13", "2025-10-14"] });
});

const bridge = { day: day("2025-10-13"), open: false, reason: "Pont d’octobre" };
const wednesday = { day: day("2025-10-15"), open: true, reason: "Mercredi travaillé" };
const key = () => crypto.randomUUID();
const add = (its: Partial<TownDayToAdd>) =>
  addTownDay(ctx, { ...bridge, activityIds: [], agreed: null, idempotencyKey: key(), ...its });

test("a bridge closes every group once the agent agreed, and is taken back as one", async () => {
  const closes = { children: 2, days: 1 };
  expect(await add({})).toMatchObject({ refusal: "school-year-closes", value: { closes } });
  expect(await add({ agreed: closes })).toEqual({ ok: true, value: { groups: 2 } });
  expect(await readTownDays(ctx.proof, today)).toEqual([{ ...bridge, groups: 2 }]);
  expect(await add({ agreed: closes })).toMatchObject({ refusal: "town-day-taken" });
  expect(await removeTownDay(ctx, { ...bridge, idempotencyKey: key() })).toMatchObject({
    ok: true,
  });
  expect(await readTownDays(ctx.proof, today)).toEqual([]);
  expect(await removeTownDay(ctx, { ...bridge, idempotencyKey: key() })).toMatchObject({
    refusal: "settings-changed",
  });
  const events = await prisma.auditEvent.findMany({ orderBy: { id: "asc" } });
  expect(events.map(({ kind }) => kind)).toEqual(["town-day-added", "town-day-removed"]);
});

test("a worked Wednesday opens the activities that were chosen", async () => {
  expect(await add(wednesday)).toMatchObject({ refusal: "town-day-activities" });
  const activityIds = [town.canteen.id];
  expect(await add({ ...wednesday, activityIds })).toMatchObject({ ok: true });
  expect(await readTownDays(ctx.proof, today)).toEqual([{ ...wednesday, groups: 2 }]);
  await anEaterOn(wednesday.day);
  expect(await removeTownDay(ctx, { ...wednesday, idempotencyKey: key() })).toMatchObject({
    refusal: "town-day-reserved",
  });
  expect(await readTownDays(ctx.proof, today)).toHaveLength(1);
});

test("a day that has passed, or on which no group is there, is refused", async () => {
  expect(await add({ day: day("2025-10-09") })).toMatchObject({ refusal: "town-day-past" });
  expect(await add({ day: day("2030-10-09") })).toMatchObject({ refusal: "town-day-no-group" });
});

/** One of the children is reserved on that day too. */
async function anEaterOn(on: string) {
  const held = await prisma.reservation.findFirstOrThrow();
  await prisma.reservation.create({ data: { ...held, day: new Date(on) } });
}
