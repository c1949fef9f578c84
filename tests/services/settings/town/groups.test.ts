import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import {
  addGroupException,
  removeGroupException,
  removeGroupOpening,
  saveGroupOpening,
  saveTownGroup,
} from "@/app/admin/reglages/groupes/actions";
import { groupForm, openingForm } from "@/app/admin/reglages/groupes/words";
import { prisma } from "@/lib/db";
import { bookingIndex } from "@/lib/domain/booking/rules";
import { day } from "@/lib/domain/day";
import { readGroups } from "@/lib/services/settings/groups";
import { readSchedule } from "@/lib/services/settings/schedule";
import { townAgentProof } from "@/tests/support/actors";
import { someReservations } from "@/tests/support/builders/reservation";
import { bringRowsBack, keepRows } from "@/tests/support/database";
import { groupNamed } from "@/prisma/seed/town";
import { anOffice, key, lastEvent, parentsView, sentBy, sentTo } from "./scenario";

let office: Awaited<ReturnType<typeof anOffice>>;
let groupId: number;
let mealId: number;

beforeAll(async () => {
  office = await anOffice();
  groupId = groupNamed(office.duponts.town, "RESTO_R_PREVERT", "2026-2027").row.id;
  mealId = (await prisma.unit.findFirstOrThrow({ where: { code: "REPAS" } })).id;
  await someReservations(
    prisma,
    (["Léo", "Lucas"] as const).flatMap((child) =>
      ["2026-11-30", "2026-12-01"].map((d) => ({
        inscription: { id: office.duponts.inscription("RESTO_R_PREVERT", child, "2026-2027") },
        unit: { id: mealId },
        family: office.duponts.family,
        day: d,
      })),
    ),
  );
  await keepRows();
});
beforeEach(bringRowsBack);

const proof = () => townAgentProof(office.agent);
const canteen = "Restauration scolaire";

/** What the parents' calendar says of a meal that day. */
async function cellOn(d: string) {
  const { context, inscription } = await parentsView(office.duponts, canteen);
  const unit = bookingIndex(context).get(inscription.id)?.units.get(mealId);
  const opening = unit?.openingOn(day(d));
  return opening?.open === false && opening.why === "closed" ? opening.reason : opening?.open;
}

async function typedGroup() {
  const [group] = await readGroups(proof(), { id: groupId });
  if (!group) throw new Error("No group");
  const { line, initial } = groupForm(group);
  return { ...sentBy(initial), ...line, idempotencyKey: key() };
}

async function typedOpening() {
  const [opening] = (await readSchedule(proof(), groupId))?.openings ?? [];
  if (!opening) throw new Error("No opening");
  const { line, initial } = openingForm(opening);
  return { ...initial, ...line, groupId, idempotencyKey: key() };
}

const closure = (d: string) => ({
  groupId,
  day: d,
  kind: "closed",
  unitId: "every",
  closureReason: "Grève",
  idempotencyKey: key(),
});

const kept = async () => prisma.reservation.count();

describe("a dated exception", () => {
  test("closes a day that nobody reserved, with its reason, and is taken back", async () => {
    expect(await cellOn("2026-12-03")).toBe(true);
    expect(await sentTo(addGroupException(closure("2026-12-03")))).toContain(
      "enregistre=exception",
    );
    expect(await cellOn("2026-12-03")).toBe("Grève");
    expect(await lastEvent()).toMatchObject({
      kind: "exception-added",
      data: { day: { was: null, now: "2026-12-03" }, reason: { now: "Grève" } },
    });
    expect(await addGroupException(closure("2026-12-03"))).toMatchObject({
      refusal: "exception-day-taken",
    });
    const added = (await readSchedule(proof(), groupId))?.exceptions.find(
      ({ setting }) => setting.day === "2026-12-03",
    );
    const line = { groupId, id: added?.id, shown: added?.stamp, idempotencyKey: key() };
    expect(await sentTo(removeGroupException(line))).toContain("enregistre=retrait");
    expect(await cellOn("2026-12-03")).toBe(true);
    expect(await lastEvent()).toMatchObject({ kind: "exception-removed" });
  });

  test("opens a Wednesday; taken away, it is closed again", async () => {
    const wednesday = { ...closure("2026-12-02"), kind: "open", closureReason: "Rattrapage" };
    await sentTo(addGroupException({ ...wednesday, unitId: mealId }));
    expect(await cellOn("2026-12-02")).toBe(true);
  });

  test("that closes reserved days says how many, and asks: the reservations stay", async () => {
    const before = await kept();
    const sending = closure("2026-12-01");
    const answer = await addGroupException(sending);
    expect(answer).toMatchObject({
      refusal: "reservations-contradicted",
      value: { children: 2, days: 2, period: { from: "2026-12-01", to: "2026-12-01" } },
    });
    expect(await cellOn("2026-12-01")).toBe(true);
    const { stamp } = (answer.ok ? null : answer.value) as { stamp: string };
    // Another tick, or one of other reservations, is none.
    expect(
      await addGroupException({ ...sending, confirmed: "0".repeat(64), idempotencyKey: key() }),
    ).toMatchObject({ refusal: "reservations-contradicted" });
    await prisma.reservation.deleteMany({
      where: {
        day: new Date("2026-12-01T00:00:00Z"),
        inscriptionId: office.duponts.inscription("RESTO_R_PREVERT", "Léo", "2026-2027"),
      },
    });
    expect(
      await addGroupException({ ...sending, confirmed: stamp, idempotencyKey: key() }),
    ).toMatchObject({ value: { children: 1 } });
    await bringRowsBack();
    await sentTo(addGroupException({ ...sending, confirmed: stamp, idempotencyKey: key() }));
    expect(await cellOn("2026-12-01")).toBe("Grève");
    expect(await kept()).toBe(before);
  });

  test("bad input: no day, no reason, a day outside of the group", async () => {
    expect(await addGroupException({ ...closure("2026-02-30"), closureReason: "" })).toMatchObject({
      fields: { day: expect.any(String), closureReason: expect.any(String) },
    });
    expect(await addGroupException(closure("2027-09-01"))).toMatchObject({
      refusal: "exception-outside-group",
    });
    expect(await addGroupException({ ...closure("2026-12-03"), unitId: "999" })).toMatchObject({
      refusal: "choice-gone",
    });
  });
});

describe("an opening", () => {
  test("without Monday any more: the days that are lost are shown, then confirmed", async () => {
    const typed = { ...(await typedOpening()), weekdays: ["2", "4", "5"] };
    const answer = await saveGroupOpening(typed);
    expect(answer).toMatchObject({
      refusal: "reservations-contradicted",
      value: { children: 2, days: 2 },
    });
    const { stamp } = (answer.ok ? null : answer.value) as { stamp: string };
    await sentTo(saveGroupOpening({ ...typed, confirmed: stamp, idempotencyKey: key() }));
    expect(await cellOn("2026-12-07")).toBe(false);
    expect(await cellOn("2026-12-08")).toBe(true);
    expect(await lastEvent()).toMatchObject({
      kind: "opening-changed",
      data: { weekdays: { was: [1, 2, 4, 5], now: [2, 4, 5] } },
    });
  });

  test("a Wednesday is added and taken away again", async () => {
    const { id: _, shown: __, ...typed } = await typedOpening();
    const wednesdays = { ...typed, weekdays: ["3"] };
    await sentTo(saveGroupOpening(wednesdays));
    expect(await cellOn("2026-12-02")).toBe(true);
    const added = (await readSchedule(proof(), groupId))?.openings.at(-1);
    const line = { groupId, id: added?.id, shown: added?.stamp, idempotencyKey: key() };
    await sentTo(removeGroupOpening(line));
    expect(await cellOn("2026-12-02")).toBe(false);
    expect(await lastEvent()).toMatchObject({ kind: "opening-removed" });
  });

  test("bad input: outside of the group, in the wrong order, nothing ticked, another activity's unit", async () => {
    const typed = await typedOpening();
    const refusalOf = async (change: object) => {
      const answer = await saveGroupOpening({ ...typed, ...change, idempotencyKey: key() });
      return answer.ok ? null : [answer.refusal, ...Object.keys(answer.fields)];
    };
    expect(await refusalOf({ lastDay: "2027-08-01" })).toEqual(["opening-outside-group"]);
    expect(await refusalOf({ lastDay: "2026-08-01" })).toEqual(["invalid", "lastDay"]);
    expect(await refusalOf({ weekdays: undefined, dayKinds: undefined })).toEqual([
      "invalid",
      "weekdays",
      "dayKinds",
    ]);
    const evening = await prisma.unit.findFirstOrThrow({ where: { code: "ACC_SOIR" } });
    expect(await refusalOf({ units: [evening.id] })).toEqual(["choice-gone"]);
    expect(await refusalOf({})).toEqual(["settings-unchanged"]);
    expect(await refusalOf({ shown: "0".repeat(64), weekdays: ["1"] })).toEqual([
      "settings-changed",
    ]);
  });
});

describe("a group", () => {
  test("shortened: its openings and exceptions follow, once what is lost is confirmed", async () => {
    await sentTo(addGroupException(closure("2026-12-03")));
    const typed = { ...(await typedGroup()), label: "Grands", lastDay: "2026-11-30" };
    const answer = await saveTownGroup(typed);
    expect(answer).toMatchObject({
      refusal: "reservations-contradicted",
      value: { children: 2, days: 2, period: { from: "2026-12-01", to: "2026-12-01" } },
    });
    const { stamp } = (answer.ok ? null : answer.value) as { stamp: string };
    await sentTo(saveTownGroup({ ...typed, confirmed: stamp, idempotencyKey: key() }));
    expect(await cellOn("2026-11-30")).toBe(true);
    expect(await cellOn("2026-12-03")).toBe(false);
    const schedule = await readSchedule(proof(), groupId);
    expect(schedule?.openings.map(({ setting }) => setting.to)).toEqual(["2026-11-30"]);
    expect(schedule?.exceptions.filter(({ setting }) => setting.day > "2026-11-30")).toEqual([]);
    const { inscription } = await parentsView(office.duponts, canteen);
    expect(inscription.groupLabel).toBe("Grands");
    expect((await lastEvent()).data).toMatchObject({
      label: { was: null, now: "Grands" },
      lastDay: { was: "2027-07-02", now: "2026-11-30" },
    });
  });

  test("is added with a code of its own; not in an archived establishment, not twice, not beyond its year", async () => {
    const { id: _, shown: __, ...typed } = await typedGroup();
    const refusalOf = async (change: object) => {
      const answer = saveTownGroup({ ...typed, ...change, idempotencyKey: key() });
      const given = await answer.catch(() => ({ ok: true }) as const);
      return given.ok ? null : [given.refusal, ...Object.keys(given.fields)];
    };
    expect(await refusalOf({})).toEqual(["group-code-taken"]);
    expect(await refusalOf({ firstDay: "2025-09-01", code: "" })).toEqual(["group-outside-year"]);
    expect(await refusalOf({ lastDay: "" })).toEqual(["invalid", "lastDay"]);
    expect(await refusalOf({ activityId: "" })).toEqual(["invalid", "activityId"]);
    expect(await refusalOf({ activityId: 999 })).toEqual(["choice-gone"]);
    expect(await refusalOf({ code: undefined, label: "Petits" })).toBeNull();
    const added = await prisma.group.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(added).toMatchObject({ label: "Petits", code: expect.stringContaining("PETITS") });
    await prisma.establishment.updateMany({ data: { archivedSince: new Date("2026-11-01") } });
    expect(await refusalOf({ code: "AUTRE" })).toEqual(["establishment-archived"]);
    // One that is there stays, and changes.
    const own = { ...(await typedGroup()), label: "Encore" };
    expect(await sentTo(saveTownGroup(own))).toContain("enregistre=groupe");
  });
});
