import { prisma } from "@/lib/db";
import { readPageList } from "@/lib/services/info-pages/manage-pages";
import { readIdentity } from "@/lib/services/identity/save-identity";
import { readActivities } from "@/lib/services/settings/activities";
import { planCopy } from "@/lib/services/settings/copy-groups";
import { readSchedule } from "@/lib/services/settings/schedule";
import { readCapacity } from "@/lib/services/settings/seats";
import { readUnits } from "@/lib/services/settings/units";
import type { townAgentProof } from "@/tests/support/actors";

/** What the town is made of, as agents see it. */
export type ShownTown = Awaited<ReturnType<typeof theShownTown>>;

export async function theShownTown(proof: ReturnType<typeof townAgentProof>) {
  const department = await prisma.department.findFirstOrThrow();
  const activities = await readActivities(proof);
  const childcare = await prisma.activity.findFirstOrThrow({ where: { code: "ACC_PP_SCO" } });
  const group = await prisma.group.findFirstOrThrow({ where: { activityId: childcare.id } });
  const day = new Date("2026-12-03T00:00:00.000Z");
  await prisma.openingException.create({
    data: { groupId: group.id, everyUnit: true, day, open: false, reason: "Grève" },
  });
  const unit = await prisma.unit.findFirstOrThrow({
    where: { activityId: childcare.id, agentOnly: false },
  });
  await prisma.capacityException.create({
    data: { groupId: group.id, unitId: unit.id, firstDay: day, lastDay: day, seats: 40 },
  });
  for (const [i, title] of ["Cantine", "Étude"].entries())
    await prisma.infoPage.create({
      data: { title, text: title, slug: `page-${i}`, position: i + 1, published: true },
    });
  const page = await prisma.infoPage.findFirstOrThrow({ orderBy: { position: "asc" } });
  const file = { position: 1, label: "Menus", name: "menus.pdf", bytes: 1, sha256: "" };
  await prisma.infoFile.create({
    data: { ...file, id: crypto.randomUUID(), pageId: page.id, storedAt: day },
  });
  const { establishmentId, schoolYearId } = group;
  const firstYear = await prisma.schoolYear.findFirstOrThrow({
    orderBy: { firstSchoolDay: "asc" },
  });
  return {
    group: { id: group.id, establishmentId, schoolYearId },
    copy: await planCopy(proof, firstYear.id),
    schedule: await readSchedule(proof, group.id),
    capacity: await readCapacity(proof, group.id),
    identity: await readIdentity(proof),
    infoPages: await readPageList(proof),
    departmentId: department.id,
    activities,
    activityId: childcare.id,
    units: await readUnits(proof, childcare.id),
  };
}
