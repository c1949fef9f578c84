import { asAccount } from "@/tests/support/actors";
import { registeredActions } from "@/lib/action";
import { authorize, currentActor } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { anAccount } from "@/tests/support/builders/account";
import { call, loadEndpoints } from "@/tests/support/rights/endpoints";

beforeAll(loadEndpoints);

const DAY = 86_400_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);
const factor = (accountId: string) =>
  prisma.secondFactor.create({
    data: { accountId, secret: new Uint8Array(1), setUpAt: ago(DAY), lastStep: 1 },
  });

test("what is grave", () => {
  const grave = [...registeredActions].filter(([, { isGrave }]) => isGrave).map(([name]) => name);
  expect(grave.sort()).toEqual([
    "account.begin-factor",
    "account.begin-passkey",
    "account.change-password",
    "account.remove-factor",
    "account.remove-passkey",
    "account.renew-recovery-codes",
    "agents.invite",
    "agents.reset-factor",
    "agents.save-rights",
    "agents.set-active",
    "family-file.ask-email-change",
    "tariffs.publish",
  ]);
});

test("an agent whose grace is over may nothing, until the factor is set up", async () => {
  const agent = await anAccount(prisma, { role: "administrator" });
  const graceFrom = (days: number) =>
    prisma.account.update({ where: { id: agent.id }, data: { factorGraceFrom: ago(days * DAY) } });
  await graceFrom(13);
  await asAccount(agent);
  expect(authorize(await currentActor(), "manage-agents")).not.toBeNull();
  await graceFrom(15);
  expect(authorize(await currentActor(), "manage-agents")).toBeNull();
  expect(await call("agents.end-sessions", { accountId: agent.id })).toBe("factor-overdue");
  await factor(agent.id);
  expect(authorize(await currentActor(), "manage-agents")).not.toBeNull();
});

test("a code of the last quarter of an hour is asked; an administrator resets, and the sessions end", async () => {
  const admin = await anAccount(prisma, { role: "administrator" });
  const lost = await anAccount(prisma, { role: "desk" });
  await factor(admin.id);
  await factor(lost.id);
  await asAccount(lost);
  const id = await asAccount(admin);
  const reset = () => call("agents.reset-factor", { accountId: lost.id, checked: "1" });
  expect(await reset()).toBe("factor-needed");
  await prisma.session.update({ where: { id }, data: { factorProvedAt: ago(16 * 60_000) } });
  expect(await reset()).toBe("factor-needed");
  await prisma.session.update({ where: { id }, data: { factorProvedAt: ago(60_000) } });
  expect(await reset()).toBe("done");
  expect(await prisma.secondFactor.count({ where: { accountId: lost.id } })).toBe(0);
  expect(await prisma.session.count({ where: { accountId: lost.id, revokedAt: null } })).toBe(0);
  expect(await prisma.auditEvent.count({ where: { kind: "factor-reset" } })).toBe(1);
  expect(await prisma.outboxEmail.count({ where: { to: lost.email } })).toBe(1);
});
