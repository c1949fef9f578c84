import { prisma } from "@/lib/db";
import type { AgentScope } from "@/lib/domain/access";
import { readAgents } from "@/lib/services/agents/read-agents";
import { saveAgentRights, type AgentRights } from "@/lib/services/agents/save-rights";
import { townAgentContext } from "@/tests/support/actors";
import { anAccount, type BuiltAccount } from "@/tests/support/builders/account";
import { anActivity, anEstablishment } from "@/tests/support/builders/activity";
import { emptyTables } from "@/tests/support/database";

let head: BuiltAccount;
let animator: BuiltAccount;
let here: AgentScope;

beforeEach(async () => {
  await emptyTables();
  const activity = await anActivity(prisma);
  const place = await anEstablishment(prisma);
  head = await anAccount(prisma, { role: "administrator", lastName: "Aubertin" });
  const scopes = [{ activityId: activity.id }];
  animator = await anAccount(prisma, { role: "animator", lastName: "Marchand", scopes });
  here = { activityId: activity.id, establishmentId: place.id };
});

const as = (who: BuiltAccount) => townAgentContext(who, "2026-11-26T10:00");

async function agentNow(id: string) {
  const found = (await readAgents(as(head).proof)).find((agent) => agent.id === id);
  if (!found) throw new Error("not an agent");
  return found;
}

async function give(its: Partial<AgentRights>, by = head) {
  const accountId = its.accountId ?? animator.id;
  const input = {
    accountId,
    role: "activityAgent" as const,
    scopes: [here],
    shown: its.shown ?? (await agentNow(accountId)).stamp,
    idempotencyKey: crypto.randomUUID(),
    ...its,
  };
  return saveAgentRights(as(by), input);
}

test("an agent gets a role and its limits, each once, and the journal keeps was and now", async () => {
  const everywhere = { activityId: "every", establishmentId: here.establishmentId } as const;
  expect((await give({ scopes: [here, everywhere, here] })).ok).toBe(true);
  expect(await agentNow(animator.id)).toMatchObject({
    role: "activityAgent",
    scopes: [here, everywhere],
  });
  const names = (scope: AgentScope) => `${scope.activityId}/${scope.establishmentId}`;
  expect(await prisma.auditEvent.findFirstOrThrow()).toMatchObject({
    kind: "agent-rights-changed",
    accountId: head.id,
    subject: `account ${animator.id}`,
    data: {
      was: { role: "animator", scopes: [`${here.activityId}/every`] },
      now: { role: "activityAgent", scopes: [names(here), names(everywhere)] },
    },
  });
});

test("a role of the whole town keeps no limits", async () => {
  expect((await give({ role: "desk" })).ok).toBe(true);
  expect(await agentNow(animator.id)).toMatchObject({ role: "desk", scopes: [] });
});

test("refuses a role without its limits, what is unknown, what a colleague changed, and nothing new", async () => {
  expect(await give({ scopes: [] })).toMatchObject({ refusal: "scope-missing" });
  const unknown = { ...here, establishmentId: 999_999 };
  expect(await give({ scopes: [unknown] })).toMatchObject({ refusal: "not-found" });
  expect(await give({ shown: "0".repeat(64) })).toMatchObject({ refusal: "settings-changed" });
  const parent = await anAccount(prisma);
  const shown = "0".repeat(64);
  expect(await give({ accountId: parent.id, shown })).toMatchObject({
    refusal: "not-found",
  });
  const same = [{ activityId: here.activityId, establishmentId: "every" as const }];
  expect(await give({ role: "animator", scopes: same })).toMatchObject({
    refusal: "settings-unchanged",
  });
  expect(await prisma.auditEvent.count()).toBe(0);
});

test("the town keeps an active administrator, even where two take the role from each other", async () => {
  expect(await give({ accountId: head.id, role: "desk" })).toMatchObject({
    refusal: "last-administrator",
  });
  await anAccount(prisma, { role: "administrator", active: false });
  expect(await give({ accountId: head.id, role: "desk" })).toMatchObject({
    refusal: "last-administrator",
  });
  const second = await anAccount(prisma, { role: "administrator" });
  const answers = await Promise.all([
    give({ accountId: second.id, role: "desk" }),
    give({ accountId: head.id, role: "desk" }, second),
  ]);
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  expect(await prisma.account.count({ where: { role: "administrator", active: true } })).toBe(1);
});
