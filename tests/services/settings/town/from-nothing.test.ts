import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import { saveActivityUnit, saveTownActivity } from "@/app/admin/reglages/activites/actions";
import { newActivity } from "@/app/admin/reglages/activites/words";
import { saveTownEstablishment } from "@/app/admin/reglages/etablissements/actions";
import { saveGroupOpening, saveTownGroup } from "@/app/admin/reglages/groupes/actions";
import { saveTownDepartment } from "@/app/admin/reglages/services/actions";
import { prisma } from "@/lib/db";
import { moment, day } from "@/lib/domain/day";
import { bookingIndex } from "@/lib/domain/booking/rules";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { asAccount, familyProof } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { aFamily } from "@/tests/support/builders/family";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { midYear } from "@/tests/support/midyear-clock";
import { key, sentBy, sentTo } from "./scenario";

/** The number that an address ends with, or holds. */
const idIn = (address: unknown) => Number(/(\d+)\D*$/.exec(String(address))?.[1]);

test("a town that holds nothing but its calendar is set by its forms, and a family sees it", async () => {
  await asAccount(await anAccount(prisma, { role: "administrator" }));
  const year = await aSchoolYear(prisma, { name: "2026-2027" });
  const save = async (sending: Promise<unknown>) => idIn(await sentTo(sending));

  const departmentId = await save(
    saveTownDepartment({
      name: "Service éducation",
      email: "education@clairval.example",
      idempotencyKey: key(),
    }),
  );
  const establishmentId = await save(
    saveTownEstablishment({ name: "École Colette", idempotencyKey: key() }),
  );
  const activityId = await save(
    saveTownActivity({
      ...sentBy(newActivity),
      label: "Atelier théâtre",
      departmentId,
      "add-kind": "daysBefore",
      "add-days": "7",
      "remove-kind": "weekdayOfWeekBefore",
      "remove-weekday": "4",
      idempotencyKey: key(),
    }),
  );
  const unit = {
    activityId,
    label: "Atelier",
    nounSingular: "atelier",
    nounPlural: "ateliers",
    idempotencyKey: key(),
  };
  const unitId = await save(saveActivityUnit({ ...unit, covers: ["evening"] }));
  const groupId = idIn(
    String(
      await sentTo(
        saveTownGroup({
          activityId,
          establishmentId,
          schoolYearId: year.id,
          firstDay: "2026-09-01",
          lastDay: "2027-07-02",
          idempotencyKey: key(),
        }),
      ),
    ),
  );
  const opening = {
    groupId,
    units: [unitId],
    weekdays: ["2"],
    dayKinds: ["schoolDay"],
    firstDay: "2026-09-01",
    lastDay: "2027-09-30",
    idempotencyKey: key(),
  };
  expect(await saveGroupOpening(opening)).toMatchObject({ refusal: "opening-outside-group" });
  await sentTo(saveGroupOpening({ ...opening, lastDay: "2027-06-30" }));

  const group = await prisma.group.findUniqueOrThrow({ where: { id: groupId } });
  const family = await aFamily(prisma, { children: [{ inscriptions: [{ group }] }] });
  const account = { id: family.guardians[0]?.accountId ?? "" };
  const page = await readBooking(familyProof(account, family), {
    schoolYearId: year.id,
    moment: moment(midYear),
  });
  const [its] = page ? [...bookingIndex(page.context).values()] : [];
  expect(its?.inscription).toMatchObject({
    activityLabel: "Atelier théâtre",
    establishmentLabel: "École Colette",
    departmentName: "Service éducation",
    units: [{ label: "Atelier", nounPlural: "ateliers" }],
  });
  const cell = its?.units.get(unitId);
  expect(cell?.openingOn(day("2026-12-08"))).toEqual({ open: true });
  expect(cell?.openingOn(day("2026-12-09")).open).toBe(false);
  expect(cell?.closesAt(day("2026-12-08"), "add")).toBe("2026-12-01T23:59");
  expect(cell?.closesAt(day("2026-12-08"), "remove")).toBe("2026-12-03T23:59");
  expect(await prisma.auditEvent.count()).toBe(6);
});
