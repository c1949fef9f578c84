import { prisma } from "@/lib/db";
import { readActivities } from "@/lib/services/settings/activities";
import { readUnits } from "@/lib/services/settings/units";
import type { townAgentProof } from "@/tests/support/actors";

/** What the town is made of, as agents see it. */
export type ShownTown = Awaited<ReturnType<typeof theShownTown>>;

export async function theShownTown(proof: ReturnType<typeof townAgentProof>) {
  const department = await prisma.department.findFirstOrThrow();
  const activities = await readActivities(proof);
  const childcare = await prisma.activity.findFirstOrThrow({ where: { code: "ACC_PP_SCO" } });
  return {
    departmentId: department.id,
    activities,
    activityId: childcare.id,
    units: await readUnits(proof, childcare.id),
  };
}
