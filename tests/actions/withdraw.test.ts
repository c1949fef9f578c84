import { asAccount, asNobody } from "@/tests/support/actors";
import { withdraw } from "@/app/(famille)/demandes/actions";
import { emptyTables } from "@/tests/support/database";
import { aScenario, stored, type Scenario } from "@/tests/services/request-kinds/scenario";

let town: Scenario;

beforeEach(async () => {
  await emptyTables();
  town = await aScenario();
});

const input = (number: number, family = town.family) => ({
  familyId: family.id,
  number,
  kind: "reservations",
  idempotencyKey: crypto.randomUUID(),
});

test("a guardian withdraws a request of the family acted for", async () => {
  // The action reads the portal's own clock: these days are to come whenever the test runs.
  const request = await town.request([{ day: "2099-09-02" }, { day: "2099-09-09" }]);
  await asAccount({ id: town.family.guardians[1]?.accountId ?? "" }, town.family);
  await expect(withdraw(input(request.number))).rejects.toMatchObject({
    digest: expect.stringContaining(`/demandes/${request.number}?retirees=2`),
  });
  expect((await stored(request)).state).toBe("withdrawn");
});

test("nobody, a stranger, the child's other family and an agent withdraw nothing", async () => {
  const request = await town.request();
  asNobody();
  expect(await withdraw(input(request.number))).toMatchObject({ refusal: "signed-out" });
  for (const family of [town.stranger, town.otherHome]) {
    await asAccount({ id: family.guardians[0]?.accountId ?? "" }, family);
    expect(await withdraw(input(request.number, family))).toMatchObject({ refusal: "not-found" });
  }
  await asAccount(town.agent);
  expect(await withdraw(input(request.number))).toMatchObject({ refusal: "not-found" });
  expect((await stored(request)).state).toBe("pending");
});

test("a form that does not say its kind, or an unknown one, takes nothing back", async () => {
  const request = await town.request();
  await asAccount({ id: town.family.guardians[1]?.accountId ?? "" }, town.family);
  for (const kind of [undefined, "voyage"]) {
    const sent = { ...input(request.number), kind };
    expect(await withdraw(sent)).toMatchObject({ refusal: "invalid" });
  }
  expect((await stored(request)).state).toBe("pending");
});
