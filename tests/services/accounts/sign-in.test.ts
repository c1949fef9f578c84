import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { prisma } from "@/lib/db";
import { refused } from "@/lib/domain/result";
import { anAccount, aSession } from "@/tests/support/builders/account";
import { attempt, later, now, PASSWORD, realNow } from "./attempts";

beforeEach(() => prisma.throttle.deleteMany());

test("opens a session of twelve hours, by e-mail in any case", async () => {
  const account = await anAccount(prisma, { email: "case@exemple.fr", password: PASSWORD });
  const answer = await attempt(" CASE@Exemple.fr ");
  if (!answer.ok) throw new Error(answer.refusal);
  expect(answer.value.keptFor).toBeNull();
  const session = await prisma.session.findUniqueOrThrow({ where: { id: answer.value.sessionId } });
  expect(session).toMatchObject({
    accountId: account.id,
    userAgent: "a browser",
    expiresAt: new Date(later(12 * 60)),
    endsAt: new Date(later(12 * 60)),
    revokedAt: null,
  });
});

test.each([
  ["a parent who stays signed in", "guardian", true, 30 * 24 * 60, 180 * 24 * 60, true],
  ["an agent, who cannot", "animator", true, 30, 8 * 60, false],
  ["an administrator", "administrator", false, 30, 8 * 60, false],
] as const)("how long: %s", async (_who, role, staysSignedIn, idle, longest, isKept) => {
  await prisma.account.deleteMany({ where: { email: "limits@exemple.fr" } });
  await anAccount(prisma, { email: "limits@exemple.fr", role, password: PASSWORD });
  const answer = await attempt("limits@exemple.fr", PASSWORD, { staysSignedIn });
  if (!answer.ok) throw new Error(answer.refusal);
  expect(answer.value.keptFor).toBe(isKept ? longest * 60 : null);
  expect(
    await prisma.session.findUniqueOrThrow({ where: { id: answer.value.sessionId } }),
  ).toMatchObject({ expiresAt: new Date(later(idle)), endsAt: new Date(later(longest)) });
});

test("remembers the previous sign-in, by the portal's clock, and writes both journals", async () => {
  const account = await anAccount(prisma, {
    email: "again@exemple.fr",
    password: PASSWORD,
    lastSignInAt: "2025-07-01T10:00:00.000Z",
  });
  await attempt("again@exemple.fr");
  expect(await prisma.account.findUnique({ where: { id: account.id } })).toMatchObject({
    previousSignInAt: new Date("2025-07-01T10:00:00.000Z"),
    lastSignInAt: new Date(now),
  });
  expect(await prisma.auditEvent.findMany({ where: { accountId: account.id } })).toMatchObject([
    { kind: "signed-in", at: new Date(now) },
  ]);
  expect(await prisma.signInEvent.findMany({ where: { accountId: account.id } })).toMatchObject([
    { kind: "signed-in", at: new Date(realNow), userAgent: "a browser" },
  ]);
});

test("takes the user name, which is one account's only", async () => {
  await anAccount(prisma, { email: "seule@exemple.fr", password: PASSWORD });
  expect((await attempt("seule")).ok).toBe(true);
  await anAccount(prisma, { email: "seule@autre.fr", userName: null, password: PASSWORD });
  expect((await attempt("seule")).ok).toBe(true);
  expect((await attempt("seule@autre.fr")).ok).toBe(true);
});

test("signing in again ends the session that this browser had; a wrong password ends none", async () => {
  const account = await anAccount(prisma, { email: "encore@exemple.fr", password: PASSWORD });
  const before = await aSession(prisma, { account });
  const elsewhere = await aSession(prisma, { account });
  await attempt("encore@exemple.fr", "faux", { previousSessionId: before.id });
  const open = () => prisma.session.findMany({ where: { accountId: account.id, revokedAt: null } });
  expect(await open()).toHaveLength(2);
  const answer = await attempt("encore@exemple.fr", PASSWORD, { previousSessionId: before.id });
  if (!answer.ok) throw new Error(answer.refusal);
  expect(new Set((await open()).map(({ id }) => id))).toEqual(
    new Set([elsewhere.id, answer.value.sessionId]),
  );
});

test.each([
  ["a wrong password", "known@exemple.fr", "un autre mot de passe"],
  ["an unknown address", "unknown@exemple.fr", PASSWORD],
  ["an account never activated", "waiting@exemple.fr", PASSWORD],
  ["a closed account", "closed@exemple.fr", PASSWORD],
  ["nothing at all", "", ""],
])("%s has the one answer, and opens nothing", async (_what, identifier, password) => {
  await prisma.account.deleteMany({ where: { email: { endsWith: "@exemple.fr" } } });
  await anAccount(prisma, { email: "known@exemple.fr", password: PASSWORD });
  await anAccount(prisma, { email: "waiting@exemple.fr" });
  await anAccount(prisma, { email: "closed@exemple.fr", password: PASSWORD, active: false });
  const sessions = await prisma.session.count();
  expect(await attempt(identifier, password)).toEqual(refused("identifiants"));
  expect(await prisma.session.count()).toBe(sessions);
});

test("works as long for an unknown account as for a known one", async () => {
  await anAccount(prisma, { email: "timed@exemple.fr", password: PASSWORD });
  await attempt("nobody at all", "faux");
  const time = async (identifier: string) => {
    const start = performance.now();
    await attempt(identifier, "faux");
    return performance.now() - start;
  };
  const known = [];
  const unknown = [];
  for (let n = 0; n < 5; n += 1) {
    known.push(await time("timed"));
    unknown.push(await time("unknown name"));
  }
  // A hash costs tens of milliseconds; a short cut would take a few.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
});

test("passwords are argon2id, salted, and compared by what is written, not by its encoding", async () => {
  const stored = await hashPassword("éléphant à la plage");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashPassword("éléphant à la plage")).not.toBe(stored);
  expect(await verifyPassword(stored, "éléphant à la plage".normalize("NFD"))).toBe(true);
  expect(await verifyPassword(stored, "elephant a la plage")).toBe(false);
  expect(await verifyPassword(null, "nobody has this password")).toBe(false);
});
