import { asAccount, asNobody } from "@/tests/support/actors";
import { askLate } from "@/app/(famille)/demarches/reservations/actions";
import { prisma } from "@/lib/db";
import { emptyTables } from "@/tests/support/database";
import { aScenario, type Scenario } from "@/tests/services/request-kinds/scenario";

let town: Scenario;

beforeEach(async () => {
  await emptyTables();
  town = await aScenario();
});

const input = (spec: Record<string, unknown> = {}) => ({
  familyId: town.family.id,
  schoolYearId: 1,
  cells: ["1|1|2099-09-02"],
  change: "add",
  reason: "Ma réunion finit plus tard.",
  announced: null,
  idempotencyKey: crypto.randomUUID(),
  ...spec,
});

test("nobody, an agent and a stranger ask nothing", async () => {
  asNobody();
  expect(await askLate(input())).toMatchObject({ refusal: "signed-out" });
  await asAccount(town.agent);
  expect(await askLate(input())).toMatchObject({ refusal: "not-found" });
  await asAccount({ id: town.stranger.guardians[0]?.accountId ?? "" }, town.stranger);
  const { id } = await prisma.inscription.findFirstOrThrow();
  const [unit] = town.wednesday.units;
  const { id: schoolYearId } = await prisma.schoolYear.findFirstOrThrow();
  const theirs = input({
    familyId: town.stranger.id,
    schoolYearId,
    cells: [`${id}|${unit?.id}|2025-09-03`],
  });
  expect(await askLate(theirs)).toMatchObject({ refusal: "not-found" });
});

test.each([
  ["no reason", { reason: "" }, "reason"],
  ["blanks and two letters", { reason: "  ab  " }, "reason"],
  ["501 characters", { reason: "a".repeat(501) }, "reason"],
  ["no cell", { cells: ["1|1"] }, "cells.0"],
  ["none at all", { cells: [] }, "cells"],
  ["a negative price", { announced: -1 }, "announced"],
])("%s: said beside the field", async (_, spec, field) => {
  await asAccount({ id: town.family.guardians[0]?.accountId ?? "" }, town.family);
  const answer = await askLate(input(spec));
  expect(answer).toMatchObject({ refusal: "invalid", fields: { [field]: expect.any(String) } });
});
