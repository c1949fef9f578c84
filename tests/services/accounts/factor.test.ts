import { authorizeOwnAccount, type OwnAccount } from "@/lib/auth/own-account";
import { base32, codeOfStep, stepOf, stepOfCode } from "@/lib/auth/totp";
import { prisma } from "@/lib/db";
import { refused } from "@/lib/domain/result";
import { factorDueAt, needsCode } from "@/lib/domain/second-factor";
import { unseal } from "@/lib/seal";
import { finishSignIn } from "@/lib/services/accounts/factor/finish-sign-in";
import { leastPasswordLength } from "@/lib/services/accounts/acceptable";
import { changePassword } from "@/lib/services/accounts/change-password";
import { removeFactor } from "@/lib/services/accounts/factor/own-factor";
import { beginSetUp, confirmSetUp } from "@/lib/services/accounts/factor/set-up";
import { anActor } from "@/tests/support/actors";
import { type AccountSpec, anAccount, aSession } from "@/tests/support/builders/account";
import { attempt, later, now, PASSWORD, realNow, visitor } from "./attempts";

beforeEach(() => prisma.throttle.deleteMany());

const at = (minutes: number) => ({ visitor: visitor(), now, realNow: later(minutes) });

/** Somebody who has just set the factor up. */
async function somebody(spec: AccountSpec = {}) {
  const account = await anAccount(prisma, { password: PASSWORD, ...spec });
  const session = await aSession(prisma, { account });
  const own = authorizeOwnAccount(anActor({ accountId: account.id, sessionId: session.id }));
  if (!own) throw new Error("whoever is signed in has an account");
  expect(await beginSetUp(own, PASSWORD, at(0))).toMatchObject({ ok: true });
  const row = await prisma.secondFactor.findUniqueOrThrow({ where: { accountId: account.id } });
  const secret = unseal(row.pendingSecret ?? new Uint8Array(), `factor:${account.id}`);
  const code = (minutes: number) => codeOfStep(secret, stepOf(Date.parse(later(minutes))));
  const set = await confirmSetUp(own, code(0), at(0));
  if (!set.ok) throw new Error(set.refusal);
  return { account, own, code, codes: set.value };
}

/** The half session that the right password gives. */
async function halfOf(email: string, minutes: number): Promise<string> {
  const answer = await attempt(email, PASSWORD, { realNow: later(minutes) });
  if (answer.ok || !("half" in answer)) throw new Error("a code is awaited");
  return answer.half;
}
const finish = (half: string, code: string, minutes: number) =>
  finishSignIn({ half, code }, { ...at(minutes), previousSessionId: null });

test.each([
  [59, "94287082"],
  [1111111109, "07081804"],
  [1234567890, "89005924"],
  [20000000000, "65353130"],
])("RFC 6238, at %d seconds", (seconds, code) => {
  const secret = Buffer.from("12345678901234567890");
  expect(codeOfStep(secret, stepOf(seconds * 1000), 8)).toBe(code);
});

test("one step before and after, none further, none twice", () => {
  const secret = Buffer.from("12345678901234567890");
  const found = [-2, -1, 0, 1, 2].map((off) =>
    stepOfCode(secret, codeOfStep(secret, 1000 + off), 30_000_000, null),
  );
  expect(found).toEqual([null, 999, 1000, 1001, null]);
  expect(stepOfCode(secret, codeOfStep(secret, 1000), 30_000_000, 1000)).toBeNull();
  expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
});

test("the grace and the quarter of an hour, to the millisecond", () => {
  const agent = { role: "desk", isSet: false, graceFrom: 0 } as const;
  expect(factorDueAt(agent, 14)).toBe(14 * 86_400_000);
  expect(factorDueAt({ ...agent, role: "guardian" }, 14)).toBeNull();
  expect(factorDueAt({ ...agent, isSet: true }, 14)).toBeNull();
  expect(needsCode({ isSet: true, provedAt: 0 }, 899_999)).toBe(false);
  expect(needsCode({ isSet: true, provedAt: 0 }, 900_000)).toBe(true);
  expect(needsCode({ isSet: false, provedAt: null }, 0)).toBe(false);
});

test("the password opens nothing alone; the code does, and not twice", async () => {
  const { account, code } = await somebody();
  const before = await prisma.session.count({ where: { accountId: account.id } });
  const half = await halfOf(account.email, 2);
  expect(await prisma.session.count({ where: { accountId: account.id } })).toBe(before);
  expect(await finish(half, "000000", 2)).toEqual(refused("factor-code-wrong"));
  expect(await finish(half, code(2), 2)).toMatchObject({ ok: true });
  expect(await finish(half, code(4), 4)).toEqual(refused("half-session-expired"));
  const second = await halfOf(account.email, 2);
  expect(await finish(second, code(2), 2)).toEqual(refused("factor-code-wrong"));
  expect(await finish(second, code(13), 13)).toEqual(refused("half-session-expired"));
});

test("a recovery code opens once and says how many are left", async () => {
  const { account, codes } = await somebody();
  const [one = ""] = codes;
  const used = await finish(await halfOf(account.email, 2), one.toLowerCase(), 2);
  expect(used).toMatchObject({ ok: true, value: { recoveryCodesLeft: 9 } });
  const again = await finish(await halfOf(account.email, 3), one, 3);
  expect(again).toEqual(refused("factor-code-wrong"));
});

test("ten wrong codes, then even the right one waits", async () => {
  const { account, code } = await somebody();
  const half = await halfOf(account.email, 2);
  for (let i = 0; i < 10; i += 1)
    expect(await finish(half, "000000", 2)).toEqual(refused("factor-code-wrong"));
  expect(await finish(half, code(2), 2)).toEqual(refused("too-many-attempts"));
});

test("with a second factor eight characters are enough; they do not stay alone", async () => {
  const SHORT = "k7-VqX2!";
  const change = (own: OwnAccount, chosen: string) =>
    changePassword(own, { present: PASSWORD, chosen }, at(1));
  const alone = await anAccount(prisma, { password: PASSWORD });
  const session = await aSession(prisma, { account: alone });
  const own = authorizeOwnAccount(anActor({ accountId: alone.id, sessionId: session.id }));
  if (!own) throw new Error("whoever is signed in has an account");
  expect(await leastPasswordLength(alone.id)).toBe(12);
  expect(await change(own, SHORT)).toEqual(refused("password-short"));

  const parent = await somebody();
  expect(await leastPasswordLength(parent.account.id)).toBe(8);
  expect(await change(parent.own, "k7-VqX2")).toEqual(refused("password-short"));
  expect(await change(parent.own, "Lucas123")).toEqual(refused("password-guessable"));
  expect(await change(parent.own, SHORT)).toMatchObject({ ok: true });
  expect(await removeFactor(parent.own, SHORT, at(2))).toEqual(refused("password-short-alone"));
  expect(await prisma.secondFactor.count({ where: { accountId: parent.account.id } })).toBe(1);
});

test("parents stop with their password; agents never", async () => {
  const parent = await somebody();
  expect(await removeFactor(parent.own, "faux", at(1))).toEqual(refused("wrong-password"));
  expect(await removeFactor(parent.own, PASSWORD, at(1))).toMatchObject({ ok: true });
  expect(await attempt(parent.account.email, PASSWORD, { realNow })).toMatchObject({ ok: true });
  const agent = await somebody({ role: "desk" });
  expect(await removeFactor(agent.own, PASSWORD, at(1))).toEqual(refused("factor-compulsory"));
});
