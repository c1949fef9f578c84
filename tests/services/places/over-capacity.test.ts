// Agents and capacities: what contradicts reservations is shown first, and who goes over says why.
import { prisma } from "@/lib/db";
import { inStead } from "@/lib/auth";
import { day, moment } from "@/lib/domain/day";
import { changeForFamily } from "@/lib/services/reservations/change-for-family";
import { decideRequest } from "@/lib/services/reservations/decide";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { readRequestPlaces } from "@/lib/services/reservations/request-places";
import { addDatedSeats, removeDatedSeats, saveSeats } from "@/lib/services/settings/save-seats";
import { readCapacity } from "@/lib/services/settings/seats";
import { agentContext } from "@/tests/services/request-kinds/scenario";
import { theOffice } from "@/tests/services/family-admin/scenario";
import { anAccount } from "@/tests/support/builders/account";
import { bringRowsBack, emptyTables, keepRows } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import {
  aLimitedTown,
  cellNamed,
  limit,
  sent,
  summer,
  unitNamed,
  wanting,
  wednesday,
  type LimitedTown,
} from "./limited-town";

let town: LimitedTown;
let office: Awaited<ReturnType<typeof theOffice>>;

beforeAll(async () => {
  await emptyTables();
  town = await aLimitedTown(3);
  office = await theOffice(summer);
  await keepRows();
});

beforeEach(bringRowsBack);

const key = () => crypto.randomUUID();

async function capacity() {
  const read = await readCapacity(office.proof, town.group.id);
  if (!read) throw new Error("No group");
  return read;
}

async function setMatin(seats: number | null, confirmed: string | null = null) {
  const unit = (await capacity()).units.find(({ label }) => label === "Matin");
  if (!unit) throw new Error("No Matin");
  const { unitId, stamp: shown } = unit;
  const change = { groupId: town.group.id, confirmed, idempotencyKey: key() };
  return saveSeats(office, { ...change, unitId, seats, shown });
}

test("a capacity under what is held is shown day by day first, and cancels nothing", async () => {
  await sent(town, town.families[0], wanting(["Journée", wednesday]));
  await sent(town, town.families[1], wanting(["Matin", wednesday]));
  const refused = await setMatin(1);
  expect(refused).toMatchObject({
    refusal: "seats-contradicted",
    value: { overDays: [{ day: wednesday, held: 2, seats: 1 }] },
  });
  expect(await prisma.unitCapacity.count()).toBe(0);
  const stamp = refused.ok ? null : (refused.value?.stamp ?? null);
  expect(await setMatin(1, stamp)).toMatchObject({ ok: true });
  expect(await prisma.reservation.count()).toBe(2);
  const event = await prisma.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(event).toMatchObject({ kind: "seats-changed", data: { seats: { was: null, now: 1 } } });
  // Higher again: what contradicts already is not asked once more.
  expect(await setMatin(3)).toMatchObject({ ok: true });
  expect(await setMatin(null)).toMatchObject({ ok: true });
  expect(await prisma.unitCapacity.count()).toBe(0);
});

test("places on dates: within the group, never twice of one day, and taken away again", async () => {
  const add = (from: string, to: string) =>
    (async () =>
      addDatedSeats(office, {
        groupId: town.group.id,
        setting: {
          unitId: await unitNamed(town.group, "Matin"),
          from: day(from),
          to: day(to),
          seats: 4,
        },
        confirmed: null,
        idempotencyKey: key(),
      }))();
  expect(await add("2025-12-01", "2025-12-05")).toMatchObject({ ok: true });
  expect(await add("2025-12-05", "2025-12-06")).toMatchObject({ refusal: "seats-days-taken" });
  expect(await add("2028-12-05", "2028-12-06")).toMatchObject({ refusal: "seats-outside-group" });
  const [line] = (await capacity()).dated;
  const gone = { groupId: town.group.id, confirmed: null, idempotencyKey: key() };
  const removed = { id: line?.id ?? 0, shown: line?.stamp ?? "" };
  expect(await removeDatedSeats(office, { ...gone, line: removed })).toMatchObject({ ok: true });
  expect(await prisma.capacityException.count()).toBe(0);
});

test("an agent reads the places before deciding, and accepts over them only with a reason", async () => {
  await sent(town, town.families[0], wanting(["Matin", wednesday]));
  await sent(town, town.families[1], wanting(["Journée", wednesday]));
  await limit(town.group, "Matin", 1);
  const account = await anAccount(prisma, { role: "educationService" });
  const agent = agentContext(account, [{ activityId: "every", establishmentId: "every" }]);
  const [first, second] = await prisma.serviceRequest.findMany({ orderBy: { number: "asc" } });
  const decide = (number: number, overReason: string | null) =>
    decideRequest(agent, {
      number,
      decision: "accept",
      lines: "all",
      others: "wait",
      count: 1,
      reason: null,
      overReason,
      idempotencyKey: key(),
    });
  // The first of the two that wait has the place.
  expect(await decide(first?.number ?? 0, null)).toMatchObject({ ok: true, value: { count: 1 } });
  const unitId = await unitNamed(town.group, "Journée");
  expect(await readRequestPlaces(agent.proof, second?.number ?? 0)).toEqual({
    [`${unitId}|${wednesday}`]: { seats: 1, taken: 1, asked: 1, left: -1, isOver: true },
  });
  expect(await decide(second?.number ?? 0, null)).toEqual({ ok: false, refusal: "over-capacity" });
  expect(await decide(second?.number ?? 0, "Fratrie")).toMatchObject({ ok: true });
  const event = await prisma.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(event.data).toMatchObject({ over: [`${unitId}|${wednesday}`], overReason: "Fratrie" });
  expect(await prisma.requestNote.findMany({ select: { text: true } })).toEqual([
    { text: "Accepté au-delà de la capacité\u00a0: Fratrie" },
  ]);
});

test("in the family's stead a full day is given only where the agent says so; the journal names it", async () => {
  await limit(town.group, "Matin", 0);
  const family = town.families[0];
  if (!family) throw new Error("No family");
  const page = await readBooking(guardianContext(family, summer).proof, {
    schoolYearId: town.year,
    moment: moment(summer),
  });
  if (!page) throw new Error("No page");
  const cell = cellNamed(page.context, "Matin", wednesday);
  const serve = (over: boolean) =>
    changeForFamily(
      { ...office, proof: inStead(office.proof as never, family.id) },
      {
        schoolYearId: town.year,
        wishes: { [cell]: { want: true, seen: "free" } },
        price: "usual",
        reason: "Hospitalisation de la mère",
        over,
        idempotencyKey: key(),
      },
    );
  expect(await serve(false)).toEqual({ ok: false, refusal: "served-full" });
  expect(await prisma.reservation.count()).toBe(0);
  expect(await serve(true)).toMatchObject({ ok: true });
  const event = await prisma.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(event.data).toMatchObject({ over: [cell], reason: "Hospitalisation de la mère" });
});
