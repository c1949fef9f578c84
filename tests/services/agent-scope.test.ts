import { prisma } from "@/lib/db";
import type { AgentScope } from "@/lib/domain/access";
import { groupWithinScope, withinScope } from "@/lib/services/agent-scope";
import { requestsWithInscription } from "@/lib/services/service-requests/about";
import { agentProof } from "@/tests/support/actors";
import { anActivity, anEstablishment } from "@/tests/support/builders/activity";
import { aFamily } from "@/tests/support/builders/family";
import { aFileRequest } from "@/tests/support/builders/filing";
import { someGroups } from "@/tests/support/builders/group";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { emptyTables } from "@/tests/support/database";

const every = "every" as const;
let canteen: number, study: number, prevert: number, pasteur: number;

beforeAll(async () => {
  await emptyTables();
  const schoolYear = await aSchoolYear(prisma);
  const activities = [await anActivity(prisma), await anActivity(prisma)];
  const places = [await anEstablishment(prisma), await anEstablishment(prisma)];
  await someGroups(
    prisma,
    activities.flatMap((activity) =>
      places.map((establishment) => ({ activity, establishment, schoolYear })),
    ),
  );
  [canteen = 0, study = 0] = activities.map(({ id }) => id);
  [prevert = 0, pasteur = 0] = places.map(({ id }) => id);
});

/** The groups within these scopes, as SQL finds them: "activity/establishment". */
async function reached(scopes: readonly AgentScope[] | "town"): Promise<string[]> {
  const agent = agentProof({ id: crypto.randomUUID() }, scopes);
  const rows = await prisma.$queryRaw<{ activityId: number; establishmentId: number }[]>`
    SELECT g."activityId", g."establishmentId" FROM "Group" g WHERE ${groupWithinScope(agent)}`;
  const names = new Map([
    [canteen, "canteen"],
    [study, "study"],
  ]);
  return rows
    .map(
      ({ activityId, establishmentId }) =>
        `${names.get(activityId)}/${establishmentId === prevert ? "prevert" : "pasteur"}`,
    )
    .sort();
}

test("the statement reaches what the scopes say, and nothing else", async () => {
  const all = ["canteen/pasteur", "canteen/prevert", "study/pasteur", "study/prevert"];
  expect(await reached("town")).toEqual(all);
  expect(await reached([{ activityId: every, establishmentId: every }])).toEqual(all);
  expect(await reached([])).toEqual([]);
  expect(await reached([{ activityId: canteen, establishmentId: every }])).toEqual([
    "canteen/pasteur",
    "canteen/prevert",
  ]);
  expect(await reached([{ activityId: every, establishmentId: prevert }])).toEqual([
    "canteen/prevert",
    "study/prevert",
  ]);
  expect(await reached([{ activityId: study, establishmentId: pasteur }])).toEqual([
    "study/pasteur",
  ]);
  // Two halves make no whole.
  expect(
    await reached([
      { activityId: canteen, establishmentId: pasteur },
      { activityId: study, establishmentId: prevert },
    ]),
  ).toEqual(["canteen/pasteur", "study/prevert"]);
  expect(await reached([{ activityId: 9_999, establishmentId: every }])).toEqual([]);
});

test("what is about no inscription is for the whole town, not for every activity", async () => {
  const family = await aFamily(prisma, { name: "Dupont" });
  await aFileRequest(prisma, { family, lines: [{ field: "school", was: null, now: "CE1" }] });
  const seen = async (scopes: readonly AgentScope[] | "town") => {
    const agent = agentProof({ id: crypto.randomUUID() }, scopes);
    const rows = await prisma.$queryRaw<unknown[]>`
      SELECT q.id FROM ${requestsWithInscription} WHERE ${withinScope(agent)}`;
    return rows.length;
  };
  expect(await seen("town")).toBe(1);
  expect(await seen([{ activityId: every, establishmentId: every }])).toBe(0);
});
