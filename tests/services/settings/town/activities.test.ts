import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import {
  moveActivity,
  moveUnit,
  saveActivityUnit,
  saveTownActivity,
} from "@/app/admin/reglages/activites/actions";
import { activityForm, unitForm } from "@/app/admin/reglages/activites/words";
import { prisma } from "@/lib/db";
import { bookingIndex } from "@/lib/domain/booking/rules";
import { day } from "@/lib/domain/day";
import { readActivities } from "@/lib/services/settings/activities";
import { readUnits } from "@/lib/services/settings/units";
import { townAgentProof } from "@/tests/support/actors";
import { someReservations } from "@/tests/support/builders/reservation";
import { bringRowsBack, keepRows } from "@/tests/support/database";
import { anOffice, key, lastEvent, parentsView, sentBy, sentTo } from "./scenario";

let office: Awaited<ReturnType<typeof anOffice>>;

beforeAll(async () => {
  office = await anOffice();
  await keepRows();
});
beforeEach(bringRowsBack);

const proof = () => townAgentProof(office.agent);

/** What the form of an activity sends where nothing is changed in it. */
async function typedActivity(label: string) {
  const { activities } = await readActivities(proof());
  const found = activities.find((one) => one.setting.label === label);
  if (!found) throw new Error(`No activity ${label}`);
  const { line, initial } = activityForm(found);
  return { ...sentBy(initial), ...line, idempotencyKey: key() };
}

async function typedUnit(activityLabel: string, label: string) {
  const { id: activityId } = await prisma.activity.findFirstOrThrow({
    where: { label: activityLabel },
  });
  const { units } = await readUnits(proof(), activityId);
  const found = units.find(({ setting }) => setting.label === label);
  if (!found) throw new Error(`No unit ${label}`);
  const { line, initial } = unitForm(found, units);
  return { ...sentBy(initial), ...line, activityId, idempotencyKey: key() };
}

const canteen = "Restauration scolaire";

/** Until when a meal of this day may be added, in the parents' calendar. */
async function closesAt(d: string) {
  const { context, inscription } = await parentsView(office.duponts, canteen);
  const units = bookingIndex(context).get(inscription.id)?.units.values().next().value;
  return units?.closesAt(day(d), "add");
}

describe("an activity", () => {
  test("its name and its cut-off change for families by its form", async () => {
    expect(await closesAt("2026-12-01")).toBe("2026-11-26T23:59");
    const typed = await typedActivity(canteen);
    const changed = {
      ...typed,
      label: "Cantine",
      "add-kind": "daysBefore",
      "add-days": "2",
      "add-skip": "weekends",
      "add-at": "10:00",
      "add-periodsAt": "12:00",
      "add-from0": "2026-12-14",
      "add-to0": "2026-12-18",
      "add-until0": "2026-12-01",
    };
    expect(await sentTo(saveTownActivity(changed))).toContain(`/activites/${typed.id}?enregistre=`);
    const { inscription } = await parentsView(office.duponts, "Cantine");
    expect(inscription.addCutOff).toEqual({
      kind: "periodDates",
      at: "12:00",
      periods: [{ from: "2026-12-14", to: "2026-12-18", until: "2026-12-01" }],
      otherwise: { kind: "daysBefore", days: 2, skip: "weekends", at: "10:00" },
    });
    expect(await lastEvent()).toMatchObject({
      kind: "activity-changed",
      data: {
        label: { was: canteen, now: "Cantine" },
        addCutOff: { was: { kind: "weekdayOfWeekBefore" }, now: { kind: "periodDates" } },
      },
    });
    expect(await saveTownActivity({ ...changed, idempotencyKey: key() })).toMatchObject({
      refusal: "settings-changed",
    });
  });

  test("bad input is refused at its control", async () => {
    const typed = await typedActivity(canteen);
    const fieldsOf = async (change: Record<string, string>) => {
      const answer = await saveTownActivity({ ...typed, ...change, idempotencyKey: key() });
      return answer.ok ? null : Object.keys(answer.fields);
    };
    const days = { "add-kind": "daysBefore", "add-skip": "none", "add-at": "10:00" };
    expect(await fieldsOf({ ...days, "add-days": "400" })).toEqual(["add-days"]);
    expect(await fieldsOf({ "remove-kind": "", label: "C" })).toContain("label");
    expect(await fieldsOf({ "remove-kind": "" })).toEqual(["remove-kind"]);
    expect(await fieldsOf({ departmentId: "" })).toEqual(["departmentId"]);
    expect(
      await saveTownActivity({ ...typed, departmentId: 999, idempotencyKey: key() }),
    ).toMatchObject({ refusal: "choice-gone" });
    expect(await saveTownActivity({ ...typed, idempotencyKey: key() })).toMatchObject({
      refusal: "settings-unchanged",
    });
    expect(await prisma.auditEvent.count()).toBe(0);
  });

  test("a new one comes last, and moves", async () => {
    const { id: _, shown: __, ...typed } = await typedActivity(canteen);
    expect(await saveTownActivity(typed)).toMatchObject({ refusal: "setting-label-taken" });
    await sentTo(saveTownActivity({ ...typed, label: "Atelier théâtre", idempotencyKey: key() }));
    const { activities, orderStamp } = await readActivities(proof());
    expect(activities.at(-1)?.setting.label).toBe("Atelier théâtre");
    const id = activities.at(-1)?.id;
    const move = { id, direction: "up", shown: orderStamp, idempotencyKey: key() };
    expect(await moveActivity(move)).toEqual({ ok: true, value: { place: activities.length - 1 } });
  });
});

describe("a unit", () => {
  test("its name and its words change for families", async () => {
    const typed = await typedUnit(canteen, "Repas");
    await sentTo(saveActivityUnit({ ...typed, label: "Déjeuner", nounPlural: "déjeuners" }));
    const { inscription } = await parentsView(office.duponts, canteen);
    expect(inscription.units).toMatchObject([
      { label: "Déjeuner", nounPlural: "déjeuners", covers: ["noon"] },
    ]);
    expect(await lastEvent()).toMatchObject({
      kind: "unit-changed",
      data: { label: { was: "Repas", now: "Déjeuner" } },
    });
  });

  test("refused at its field: one that covers nothing, a late unit of another activity", async () => {
    const typed = await typedUnit(canteen, "Repas");
    const answer = async (change: Record<string, unknown>) => {
      const sending = saveActivityUnit({ ...typed, ...change, idempotencyKey: key() });
      const given = await sending.catch(() => ({ ok: true }) as const);
      return given.ok ? null : { refusal: given.refusal, fields: Object.keys(given.fields) };
    };
    expect(await answer({ covers: [] })).toEqual({ refusal: "invalid", fields: ["covers"] });
    expect(await answer({ beginsAt: "25:00" })).toMatchObject({ fields: ["beginsAt"] });
    expect(await answer({ lateUnitOfId: typed.id })).toMatchObject({ fields: ["agentOnly"] });
    const evening = await prisma.unit.findFirstOrThrow({ where: { code: "ACC_SOIR" } });
    const late = { id: undefined, shown: undefined, label: "Tardif", agentOnly: "1", covers: [] };
    expect(await answer({ ...late, lateUnitOfId: evening.id })).toMatchObject({
      refusal: "late-unit-elsewhere",
    });
    expect(await answer({ ...late, paiUnitOfId: evening.id })).toMatchObject({
      refusal: "pai-unit-elsewhere",
    });
    expect(await answer({ ...late, lateUnitOfId: typed.id })).toBeNull();
    // A second late unit of the same one.
    expect(await answer({ ...late, label: "Plus tardif", lateUnitOfId: typed.id })).toMatchObject({
      refusal: "late-unit-elsewhere",
    });
    expect(await answer({ ...late, label: "repas" })).toMatchObject({
      refusal: "setting-label-taken",
    });
    expect(await answer({ ...late, label: "Autre", activityId: 999 })).toMatchObject({
      refusal: "not-found",
    });
  });

  test("what families hold of it keeps the part of the day that it covers", async () => {
    const typed = await typedUnit(canteen, "Repas");
    const inscriptionId = office.duponts.inscription("RESTO_R_PREVERT", "Léo", "2026-2027");
    await someReservations(prisma, [
      {
        inscription: { id: inscriptionId },
        unit: { id: typed.id },
        family: office.duponts.family,
        day: "2026-12-01",
      },
    ]);
    expect(await saveActivityUnit({ ...typed, covers: ["evening"] })).toMatchObject({
      refusal: "unit-reserved",
    });
    expect(
      await sentTo(saveActivityUnit({ ...typed, beginsAt: "12:00", idempotencyKey: key() })),
    ).toContain("?unite=");
  });

  test("moves within its activity only", async () => {
    const { activityId } = await typedUnit("Accueil pré/post-scolaire", "Accueil soir");
    const { units, orderStamp } = await readUnits(proof(), activityId);
    const move = { id: units[0]?.id, direction: "down", shown: orderStamp, idempotencyKey: key() };
    expect(await moveUnit(move)).toEqual({ ok: true, value: { place: 2 } });
    expect((await readUnits(proof(), activityId)).units[1]?.id).toBe(units[0]?.id);
  });
});
