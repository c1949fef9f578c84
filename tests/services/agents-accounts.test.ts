import { prisma } from "@/lib/db";
import type { AgentRole } from "@/lib/domain/access";
import { instant } from "@/lib/domain/day";
import { setAgentActive } from "@/lib/services/agents/close-agent";
import { inviteAgent, inviteAgentAgain, type NewAgent } from "@/lib/services/agents/invite-agent";
import { readAgents } from "@/lib/services/agents/read-agents";
import { townAgentContext } from "@/tests/support/actors";
import { anAccount, aSession, type BuiltAccount } from "@/tests/support/builders/account";
import { anActivity } from "@/tests/support/builders/activity";
import { emptyTables } from "@/tests/support/database";

const realNow = instant("2026-11-26T09:00:00.000Z");
let head: BuiltAccount;

beforeEach(async () => {
  await emptyTables();
  head = await anAccount(prisma, { role: "administrator" });
});

const ctx = (who = head) => townAgentContext(who, "2026-11-26T10:00");

function invites(its: Partial<NewAgent> = {}) {
  const input = {
    firstName: "Nadia",
    lastName: "Kovačević-Nguyễn",
    email: "Nadia.K@Clairval.example",
    role: "desk" as AgentRole,
    scopes: [],
    idempotencyKey: crypto.randomUUID(),
    ...its,
  };
  return inviteAgent(ctx(), input, realNow);
}

const mails = () => prisma.outboxEmail.findMany({ orderBy: { createdAt: "asc" } });

test("an agent is invited once: the account, its role and limits, and the link that opens it", async () => {
  const activity = await anActivity(prisma);
  const scopes = [{ activityId: activity.id, establishmentId: "every" as const }];
  const idempotencyKey = crypto.randomUUID();
  const first = await invites({ role: "animator", scopes, idempotencyKey });
  const again = await invites({ role: "animator", scopes, idempotencyKey });
  expect(again).toEqual(first);
  const [nadia] = (await readAgents(ctx().proof)).filter(({ id }) => id !== head.id);
  expect(nadia).toMatchObject({
    name: "Nadia Kovačević-Nguyễn",
    email: "nadia.k@clairval.example",
    role: "animator",
    scopes,
    active: true,
    activated: false,
  });
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: "Nadia.K@Clairval.example", subject: "Activez votre compte" });
  expect(await prisma.auditEvent.findFirstOrThrow()).toMatchObject({
    kind: "agent-invited",
    accountId: head.id,
    data: { role: "animator", scopes: [`${activity.id}/every`] },
  });
});

test("an address in use, limits that miss or that do not exist are refused, and nothing is written", async () => {
  await anAccount(prisma, { role: "guardian", email: "parent@exemple.fr" });
  const before = await prisma.account.count();
  expect(await invites({ email: "Parent@exemple.fr" })).toMatchObject({
    refusal: "agent-email-taken",
  });
  expect(await invites({ role: "animator" })).toMatchObject({ refusal: "scope-missing" });
  const unknown = [{ activityId: 999_999, establishmentId: "every" as const }];
  expect(await invites({ role: "animator", scopes: unknown })).toMatchObject({
    refusal: "not-found",
  });
  expect(await prisma.account.count()).toBe(before);
  expect(await mails()).toEqual([]);
});

test("the link goes again until a password is chosen", async () => {
  const invited = await invites();
  const accountId = invited.ok ? invited.value.accountId : "";
  const again = () =>
    inviteAgentAgain(ctx(), { accountId, idempotencyKey: crypto.randomUUID() }, realNow);
  expect((await again()).ok).toBe(true);
  expect(await mails()).toHaveLength(2);
  await prisma.account.update({ where: { id: accountId }, data: { passwordHash: "x" } });
  expect(await again()).toMatchObject({ refusal: "agent-active" });
  await setAgentActive(ctx(), { accountId, active: false }, realNow);
  expect(await again()).toMatchObject({ refusal: "account-closed" });
  const parent = await anAccount(prisma);
  const key = { accountId: parent.id, idempotencyKey: crypto.randomUUID() };
  expect(await inviteAgentAgain(ctx(), key, realNow)).toMatchObject({ refusal: "not-found" });
});

test("a closed account is signed out everywhere and opens again as it was; one's own and the last administrator's stay", async () => {
  const desk = await anAccount(prisma, { role: "desk" });
  await aSession(prisma, { account: desk });
  const set = (accountId: string, active: boolean, by = head) =>
    setAgentActive(ctx(by), { accountId, active }, realNow);
  expect((await set(desk.id, false)).ok).toBe(true);
  expect(await prisma.session.count({ where: { revokedAt: null } })).toBe(0);
  expect((await set(desk.id, true)).ok).toBe(true);
  expect(await prisma.account.findUniqueOrThrow({ where: { id: desk.id } })).toMatchObject({
    active: true,
    role: "desk",
  });
  expect(await set(head.id, false)).toMatchObject({ refusal: "own-account" });
  const other = await anAccount(prisma, { role: "administrator" });
  expect((await set(other.id, false)).ok).toBe(true);
  // As if both had been closed at once by each other.
  expect(await set(head.id, false, other)).toMatchObject({ refusal: "last-administrator" });
  const parent = await anAccount(prisma);
  expect(await set(parent.id, false)).toMatchObject({ refusal: "not-found" });
  expect(await prisma.auditEvent.count({ where: { kind: "agent-reopened" } })).toBe(1);
});
