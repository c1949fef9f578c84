import { prisma } from "@/lib/db";
import type { AgentScope } from "@/lib/domain/access";
import { instant } from "@/lib/domain/day";
import { done, refused } from "@/lib/domain/result";
import { countAgentSessions, endAgentSessions } from "@/lib/services/agents/agent-sessions";
import { readAgents } from "@/lib/services/agents/read-agents";
import { saveAgentRights, type AgentRights } from "@/lib/services/agents/save-rights";
import { townAgentContext } from "@/tests/support/actors";
import { anAccount, aSession, type BuiltAccount } from "@/tests/support/builders/account";
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

describe("an administrator signs an agent out", () => {
  const realNow = instant("2026-11-26T09:00:00.000Z");
  const openOf = ({ id }: BuiltAccount) => countAgentSessions(as(head).proof, id, realNow);

  test("on every device; the journal says who did it, the agent's own that it was the town", async () => {
    await aSession(prisma, { account: animator });
    await aSession(prisma, { account: animator });
    await aSession(prisma, { account: animator, expiresAt: "2026-11-26T08:59:00.000Z" });
    await aSession(prisma, { account: head });
    expect(await openOf(animator)).toBe(2);
    expect(await endAgentSessions(as(head), animator.id, realNow)).toEqual(done(null));
    expect([await openOf(animator), await openOf(head)]).toEqual([0, 1]);
    expect(await prisma.auditEvent.findFirstOrThrow()).toMatchObject({
      kind: "agent-sessions-ended",
      accountId: head.id,
      subject: `account ${animator.id}`,
    });
    expect(await prisma.signInEvent.findFirstOrThrow()).toMatchObject({
      kind: "sessions-ended-by-town",
      accountId: animator.id,
    });
  });

  test("the own account: the device that asks stays", async () => {
    const here = await aSession(prisma, { account: head });
    await aSession(prisma, { account: head });
    const ctx = as(head);
    const acting = { ...ctx, actor: { ...ctx.actor, sessionId: here.id } };
    expect(await endAgentSessions(acting, head.id, realNow)).toEqual(done(null));
    const open = await prisma.session.findMany({ where: { revokedAt: null } });
    expect(open.map(({ id }) => id)).toEqual([here.id]);
  });

  test("a parent's devices are not the town's", async () => {
    const parent = await anAccount(prisma);
    await aSession(prisma, { account: parent });
    expect(await openOf(parent)).toBe(0);
    expect(await endAgentSessions(as(head), parent.id, realNow)).toEqual(refused("not-found"));
    expect(await prisma.session.count({ where: { revokedAt: null } })).toBe(1);
  });
});
