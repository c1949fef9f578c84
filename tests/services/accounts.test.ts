import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { prisma } from "@/lib/db";
import { instant } from "@/lib/domain/day";
import { done, refused } from "@/lib/domain/result";
import {
  choosePassword,
  createAdministratorLink,
  sendPasswordLink,
  signIn,
} from "@/lib/services/accounts";
import { mayTry } from "@/lib/services/operational/throttles";
import { isTokenUsable } from "@/lib/services/operational/tokens";
import { anAccount, aSession } from "@/tests/support/builders/account";

const realNow = instant("2026-11-22T09:00:00.000Z");
const now = instant("2025-07-15T08:09:00.000Z");
const later = (minutes: number) =>
  instant(new Date(Date.parse(realNow) + minutes * 60_000).toISOString());
const PASSWORD = "un mot de passe assez long";

let visits = 0;
/** Each attempt from an address of its own, unless told otherwise. */
const attempt = (identifier: string, password = PASSWORD, address = `address ${++visits}`) =>
  signIn({ identifier, password, address, userAgent: "a browser", now, realNow });

beforeEach(() => prisma.throttle.deleteMany());

describe("signIn", () => {
  test("opens a session of twelve hours, by e-mail in any case", async () => {
    const account = await anAccount(prisma, { email: "case@exemple.fr", password: PASSWORD });
    const answer = await attempt(" CASE@Exemple.fr ");
    if (!answer.ok) throw new Error(answer.refusal);
    const session = await prisma.session.findUniqueOrThrow({
      where: { id: answer.value.sessionId },
    });
    expect(session).toMatchObject({
      accountId: account.id,
      userAgent: "a browser",
      expiresAt: new Date(later(12 * 60)),
      revokedAt: null,
    });
  });

  test("remembers the previous sign-in, by the portal's clock, and writes the journal", async () => {
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
  });

  test("takes the user name where one account only has it", async () => {
    await anAccount(prisma, { email: "seule@exemple.fr", password: PASSWORD });
    expect((await attempt("seule")).ok).toBe(true);
    await anAccount(prisma, { email: "deux@exemple.fr", password: PASSWORD });
    await anAccount(prisma, { email: "deux@autre.fr", password: PASSWORD });
    expect(await attempt("deux")).toEqual(refused("identifiants"));
    expect((await attempt("deux@autre.fr")).ok).toBe(true);
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

  /** As many failures already counted, without the price of as many hashes. */
  async function failures(count: number, limit: "signInAccount" | "signInAddress", of: string) {
    for (let n = 0; n < count; n += 1) await mayTry(limit, of);
  }

  test("after ten failures even the right password waits, whichever name is typed", async () => {
    await anAccount(prisma, { email: "forced@exemple.fr", password: PASSWORD });
    for (const typed of ["forced@exemple.fr", "nobody@exemple.fr"]) {
      await failures(8, "signInAccount", typed);
      expect(await attempt(typed, "faux")).toEqual(refused("identifiants"));
      expect(await attempt(typed.toUpperCase(), "faux")).toEqual(refused("identifiants"));
      expect(await attempt(typed)).toEqual(refused("trop-d-essais"));
    }
    expect(await attempt("forced")).toEqual(refused("trop-d-essais"));
  });

  test("a success forgets the failures", async () => {
    await anAccount(prisma, { email: "clumsy@exemple.fr", password: PASSWORD });
    for (let round = 0; round < 2; round += 1) {
      await failures(9, "signInAccount", "clumsy@exemple.fr");
      expect((await attempt("clumsy")).ok).toBe(true);
    }
  });

  test("an address that tries many accounts waits; no name or address is kept readable", async () => {
    await anAccount(prisma, { email: "spared@exemple.fr", password: PASSWORD });
    const address = "203.0.113.7";
    await failures(59, "signInAddress", address);
    expect(await attempt("guess", "faux", address)).toEqual(refused("identifiants"));
    expect(await attempt("spared", PASSWORD, address)).toEqual(refused("trop-d-essais"));
    expect((await attempt("spared", PASSWORD, "203.0.113.8")).ok).toBe(true);
    const keys = (await prisma.throttle.findMany()).map(({ key }) => key).join();
    expect(keys).not.toContain(address);
    expect(keys).not.toContain("guess");
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
});

describe("links by e-mail", () => {
  async function linkSentTo(email: string): Promise<string | undefined> {
    const [message] = await prisma.outboxEmail.findMany({ where: { to: email } });
    return /http\S+/.exec(message?.text ?? "")?.[0];
  }
  const tokenOf = (link: string | undefined) => link?.split("/").at(-1) ?? "";

  test("a forgotten password: the link works once, for ten minutes, and ends the sessions", async () => {
    const account = await anAccount(prisma, { email: "oubli@exemple.fr", password: PASSWORD });
    const session = await aSession(prisma, { account });
    await sendPasswordLink(" Oubli@exemple.fr", { now, realNow });
    const link = await linkSentTo("oubli@exemple.fr");
    expect(link).toMatch(/^http:\/\/localhost:3000\/mot-de-passe\/[\w-]{43}$/);
    const token = tokenOf(link);
    expect(await isTokenUsable(token, "reset", later(9))).toBe(true);
    expect(await isTokenUsable(token, "reset", later(10))).toBe(false);
    expect(await isTokenUsable(token, "activation", later(1))).toBe(false);

    const choice = { token, purpose: "reset" as const, password: "un nouveau mot de passe" };
    expect(await choosePassword(choice, { now, realNow: later(10) })).toEqual(
      refused("link-expired"),
    );
    expect(await choosePassword(choice, { now, realNow: later(9) })).toEqual(done(null));
    expect(await choosePassword(choice, { now, realNow: later(9) })).toEqual(
      refused("link-expired"),
    );
    expect((await attempt("oubli@exemple.fr", "un nouveau mot de passe")).ok).toBe(true);
    expect((await attempt("oubli@exemple.fr")).ok).toBe(false);
    const ended = await prisma.session.findUniqueOrThrow({ where: { id: session.id } });
    expect(ended.revokedAt).toEqual(new Date(later(9)));
  });

  test("only the latest link works, and only a hash of it is stored", async () => {
    await anAccount(prisma, { email: "twice@exemple.fr", password: PASSWORD });
    await sendPasswordLink("twice@exemple.fr", { now, realNow });
    const first = tokenOf(await linkSentTo("twice@exemple.fr"));
    await sendPasswordLink("twice@exemple.fr", { now, realNow });
    expect(await isTokenUsable(first, "reset", realNow)).toBe(false);
    expect(await prisma.accountToken.count({ where: { hash: first } })).toBe(0);
  });

  test("an account never activated gets its activation link: seven days", async () => {
    await anAccount(prisma, { email: "neuf@exemple.fr" });
    await sendPasswordLink("neuf@exemple.fr", { now, realNow });
    const link = await linkSentTo("neuf@exemple.fr");
    expect(link).toContain("/activation/");
    expect(await isTokenUsable(tokenOf(link), "activation", later(7 * 24 * 60 - 1))).toBe(true);
    expect(await isTokenUsable(tokenOf(link), "activation", later(7 * 24 * 60))).toBe(false);
  });

  test("nobody's address, and a closed account's, get nothing; nor does a fourth request", async () => {
    await anAccount(prisma, { email: "ferme@exemple.fr", password: PASSWORD, active: false });
    await sendPasswordLink("ferme@exemple.fr", { now, realNow });
    await sendPasswordLink("personne@exemple.fr", { now, realNow });
    expect(await linkSentTo("ferme@exemple.fr")).toBeUndefined();
    expect(await linkSentTo("personne@exemple.fr")).toBeUndefined();
    await anAccount(prisma, { email: "insiste@exemple.fr", password: PASSWORD });
    for (let n = 0; n < 5; n += 1) await sendPasswordLink("insiste@exemple.fr", { now, realNow });
    expect(await prisma.outboxEmail.count({ where: { to: "insiste@exemple.fr" } })).toBe(3);
  });
});

describe("createAdministratorLink", () => {
  test("makes the administrator once; the link opens the account", async () => {
    const path = await createAdministratorLink("Mairie@Clairval.example", realNow);
    const again = await createAdministratorLink("mairie@clairval.example", realNow);
    expect(path).toMatch(/^\/activation\/[\w-]{43}$/);
    expect(await prisma.account.count({ where: { email: "mairie@clairval.example" } })).toBe(1);
    const token = again.split("/").at(-1) ?? "";
    const choice = { token, purpose: "activation" as const, password: PASSWORD };
    expect(await choosePassword(choice, { now, realNow })).toEqual(done(null));
    expect((await attempt("mairie@clairval.example")).ok).toBe(true);
  });

  test("refuses what is not an address, and somebody else's", async () => {
    await anAccount(prisma, { email: "parent@exemple.fr" });
    await expect(createAdministratorLink("parent@exemple.fr", realNow)).rejects.toThrow(
      /not an admin/,
    );
    await expect(createAdministratorLink("parent", realNow)).rejects.toThrow(/e-mail/);
  });
});

test("passwords are argon2id, salted, and compared by what is written, not by its encoding", async () => {
  const stored = await hashPassword("éléphant à la plage");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashPassword("éléphant à la plage")).not.toBe(stored);
  expect(await verifyPassword(stored, "éléphant à la plage".normalize("NFD"))).toBe(true);
  expect(await verifyPassword(stored, "elephant a la plage")).toBe(false);
  expect(await verifyPassword(null, "nobody has this password")).toBe(false);
});
