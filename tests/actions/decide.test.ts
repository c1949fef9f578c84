import "@/tests/support/summer-clock";
import { asAccount, asNobody, revalidatedPaths } from "@/tests/support/actors";
import { decide } from "@/app/admin/demandes/actions";
import { prisma } from "@/lib/db";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";
import {
  aScenario,
  stored,
  wednesdays,
  type Scenario,
} from "@/tests/services/request-kinds/scenario";

let town: Scenario;

beforeEach(async () => {
  await emptyTables();
  town = await aScenario();
});

const input = (number: number, more: Record<string, unknown> = {}) => ({
  number,
  decision: "accept",
  all: "1",
  count: 3,
  idempotencyKey: crypto.randomUUID(),
  ...more,
});

/** The path to which a redirection leads. */
async function redirection(act: Promise<unknown>): Promise<string> {
  const thrown = await act.then(
    () => null,
    (error: unknown) => error as { digest?: string },
  );
  return thrown?.digest?.split(";")[2] ?? "no redirection";
}

test("an agent decides from the request, or from the list and comes back to it", async () => {
  const request = await town.request();
  await asAccount(town.agent);
  const unit = town.wednesday.units[0]?.id;
  const one = { all: "0", lines: [`${unit}|${wednesdays[0]}`], count: 1 };
  expect(await redirection(decide(input(request.number, one)))).toBe(
    `/admin/demandes/${request.number}?acceptees=1`,
  );
  expect(revalidatedPaths()).toContain("/admin/demandes");
  const fromList = { count: 2, list: "activite=4&page=2", fromList: "1" };
  expect(await redirection(decide(input(request.number, fromList)))).toBe(
    `/admin/demandes?activite=4&page=2&acceptees=2&demande=${request.number}`,
  );
  expect((await stored(request)).state).toBe("accepted");
});

test("a refusal needs dates and a reason, and gives back what was typed", async () => {
  const request = await town.request();
  await asAccount(town.agent);
  const unit = town.wednesday.units[0]?.id;
  const typed = { all: "0", lines: [`${unit}|${wednesdays[0]}`], count: 1 };
  const refuse = (reason: string, more: Record<string, unknown> = typed) =>
    decide(input(request.number, { ...more, decision: "refuse", reason }));
  expect(await refuse(" ")).toMatchObject({
    ok: false,
    refusal: "reason-missing",
    value: { lines: typed.lines, reason: "" },
  });
  const long = "x".repeat(501);
  expect(await refuse(long)).toMatchObject({ refusal: "reason-too-long", value: { reason: long } });
  expect(await refuse("Complet", { all: "0", lines: [] })).toMatchObject({
    refusal: "no-date-chosen",
    value: { reason: "Complet" },
  });
  expect(await refuse("Complet", { all: "0", lines: [`${unit}|2025-02-30`] })).toMatchObject({
    refusal: "unknown-date",
  });
  expect((await stored(request)).state).toBe("pending");
  expect(await redirection(refuse("abc"))).toBe(`/admin/demandes/${request.number}?refusees=1`);
});

test("nobody, a guardian and an agent without rights decide nothing", async () => {
  const request = await town.request();
  asNobody();
  expect(await decide(input(request.number))).toMatchObject({ refusal: "signed-out" });
  await asAccount({ id: town.family.guardians[0]?.accountId ?? "" }, town.family);
  expect(await decide(input(request.number))).toMatchObject({ refusal: "not-found" });
  await asAccount(await anAccount(prisma, { role: "activityAgent" }));
  expect(await decide(input(request.number))).toMatchObject({ refusal: "not-found" });
  expect((await stored(request)).state).toBe("pending");
  await asAccount(await anAccount(prisma, { role: "administrator" }));
  expect(await redirection(decide(input(request.number)))).toContain("acceptees=3");
});
