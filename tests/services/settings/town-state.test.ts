import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { townChecks } from "@/lib/domain/town-check";
import { readTownState } from "@/lib/services/settings/town-state";
import { writeIdentity } from "@/prisma/seed/news";
import { theOffice } from "@/tests/services/family-admin/scenario";
import { emptyTables } from "@/tests/support/database";
import { thePricedDuponts } from "@/tests/support/priced-duponts";

const today = day("2025-09-10");
const missing = async () => {
  const { proof } = await theOffice("2025-09-10T10:00");
  const checks = townChecks(await readTownState(proof, today));
  return checks.filter(({ state }) => state === "missing").map(({ id }) => id);
};

beforeEach(emptyTables);

test("an empty town is told all that it needs", async () => {
  expect(await missing()).toEqual([
    "identity",
    "calendar",
    "departments",
    "establishments",
    "activities",
    "groups",
    "categories",
    "tariff",
    "families",
  ]);
});

test("a town that is set misses nothing, until a group opens on no day or an e-mail is given up", async () => {
  await thePricedDuponts("2025-09-10");
  await writeIdentity(prisma);
  expect(await missing()).toEqual([]);
  const group = await prisma.group.findFirstOrThrow({
    where: { lastDay: { gte: new Date(today) } },
  });
  await prisma.groupOpening.deleteMany({ where: { groupId: group.id } });
  await prisma.outboxEmail.updateMany({ data: { state: "failed" } });
  expect(await missing()).toEqual(expect.arrayContaining(["groups"]));
});
