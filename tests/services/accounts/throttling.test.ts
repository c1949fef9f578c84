import { deviceCookie, knownDevice } from "@/lib/auth/known-device";
import { prisma } from "@/lib/db";
import { done, refused } from "@/lib/domain/result";
import { choosePassword, sendPasswordLink } from "@/lib/services/accounts/password-links";
import { verifyDocument } from "@/lib/services/documents/verify";
import { anAccount } from "@/tests/support/builders/account";
import { attempt, now, PASSWORD, realNow, visitor } from "./attempts";
import { linkOf } from "./mails";

// What a password costs is measured elsewhere: here it is what happens after many of them.
jest.mock("@node-rs/argon2", () => ({
  hash: async (password: string) => `hash of ${password}`,
  verify: async (stored: string, password: string) => stored === `hash of ${password}`,
}));

// A thousand tries one after another, on a machine with fourteen at work.
jest.setTimeout(240_000);

beforeEach(async () => {
  await prisma.throttle.deleteMany();
  await prisma.signInEvent.deleteMany();
});

const owner = { email: "proprietaire@exemple.fr", password: PASSWORD };
const anOwner = async () => {
  await prisma.account.deleteMany({ where: { email: owner.email } });
  return anAccount(prisma, owner);
};
const tooMany = refused("trop-d-essais");

/** How many of these tries at a wrong password were looked at. */
async function looked(tries: number, each: (n: number) => ReturnType<typeof attempt>) {
  let count = 0;
  for (let n = 0; n < tries; n += 1) {
    const answer = await each(n);
    if (answer.ok) throw new Error("A wrong password opened an account");
    if (answer.refusal === "identifiants") count += 1;
  }
  return count;
}

test("1,000 wrong passwords on one account from one address: ten are looked at", async () => {
  const account = await anOwner();
  const from = { address: "203.0.113.7" };
  expect(await looked(1000, () => attempt(owner.email, "faux", from))).toBe(10);
  expect(await attempt(owner.email, PASSWORD, from)).toEqual(tooMany);
  // The owner, elsewhere, is not locked out.
  expect((await attempt(owner.email, PASSWORD, { address: "198.51.100.1" })).ok).toBe(true);
  const kinds = (await prisma.signInEvent.findMany({ where: { accountId: account.id } })).map(
    ({ kind }) => kind,
  );
  expect(kinds.filter((kind) => kind === "wrong-password")).toHaveLength(10);
  expect(kinds.filter((kind) => kind === "throttled")).toHaveLength(1);
});

test("1,000 wrong passwords on one account from 1,000 addresses: fifty; the owner comes in", async () => {
  const account = await anOwner();
  const known = deviceCookie(undefined, account);
  expect(await looked(1000, (n) => attempt(owner.email, "faux", { address: `net ${n}` }))).toBe(50);
  expect(await attempt(owner.email)).toEqual(tooMany);
  // On the own device…
  expect((await attempt(owner.email, PASSWORD, { deviceCookie: known })).ok).toBe(true);
  // … and on a new one, by the link of an e-mail.
  const here = visitor();
  await sendPasswordLink(owner.email, { visitor: here, now, realNow });
  const { token } = await linkOf(owner.email);
  const chosen = await choosePassword(
    { token, purpose: "reset", password: "une autre phrase bien longue" },
    { visitor: here, now, realNow },
  );
  if (!chosen.ok) throw new Error(chosen.refusal);
  const again = { deviceCookie: deviceCookie(undefined, chosen.value), visitor: here };
  expect((await attempt(owner.email, "une autre phrase bien longue", again)).ok).toBe(true);
});

test("1,000 wrong passwords on 1,000 accounts from one address: sixty", async () => {
  await anOwner();
  const from = { address: "203.0.113.9" };
  expect(await looked(1000, (n) => attempt(`compte-${n}@exemple.fr`, "faux", from))).toBe(60);
  expect(await attempt(owner.email, PASSWORD, from)).toEqual(tooMany);
});

test("1,000 wrong passwords on 1,000 accounts from ten addresses: sixty of each; owners elsewhere come in", async () => {
  await anOwner();
  const each = (n: number) => attempt(`compte-${n}@exemple.fr`, "faux", { address: `b ${n % 10}` });
  expect(await looked(1000, each)).toBe(600);
  expect((await attempt(owner.email)).ok).toBe(true);
});

test("1,000 wrong passwords at once overshoot by what is being looked at", async () => {
  await anOwner();
  const answers = await Promise.all(
    Array.from({ length: 1000 }, () => attempt(owner.email, "faux", { address: "203.0.113.10" })),
  );
  const count = answers.filter((one) => !one.ok && one.refusal === "identifiants").length;
  expect(count).toBeGreaterThanOrEqual(10);
  expect(count).toBeLessThanOrEqual(13);
});

test("500 right sign-ins from one address are unhindered, clumsy ones among them", async () => {
  for (let n = 0; n < 500; n += 1) {
    const email = `famille-${n}@exemple.fr`;
    await anAccount(prisma, { email, passwordHash: `hash of ${PASSWORD}` });
    if (n % 10 === 0) await attempt(email, "faux", { address: "192.0.2.44" });
    expect((await attempt(email, PASSWORD, { address: "192.0.2.44" })).ok).toBe(true);
  }
});

test("a success forgets one's own failures", async () => {
  await anOwner();
  const from = { address: "192.0.2.1" };
  for (let round = 0; round < 3; round += 1) {
    expect(await looked(9, () => attempt(owner.email, "faux", from))).toBe(9);
    expect((await attempt(owner.email, PASSWORD, from)).ok).toBe(true);
  }
});

test("a known device that fails ten times is a stranger's; a new password forgets every device", async () => {
  const account = await anOwner();
  const known = { deviceCookie: deviceCookie(undefined, account) };
  expect(await looked(10, () => attempt(owner.email, "faux", known))).toBe(10);
  // From here on it counts as any other: by name and address.
  expect((await attempt(owner.email, "faux", { ...known, address: "a" })).ok).toBe(false);
  expect(knownDevice(known.deviceCookie, account)).not.toBeNull();
  expect(knownDevice(known.deviceCookie, { ...account, passwordHash: "another" })).toBeNull();
  expect(knownDevice(known.deviceCookie, { ...account, id: crypto.randomUUID() })).toBeNull();
  expect(knownDevice(`${known.deviceCookie.slice(0, -2)}xx`, account)).toBeNull();
});

test("who exists, and which name is whose, is not to be read from what is counted", async () => {
  await anOwner();
  const from = { address: "203.0.113.20" };
  for (const typed of [owner.email, "personne@exemple.fr"])
    expect(await looked(15, () => attempt(typed, "faux", from))).toBe(10);
  // The user name of the account whose address is throttled has its own tries.
  expect(await looked(15, () => attempt("proprietaire", "faux", from))).toBe(10);
  const keys = (await prisma.throttle.findMany()).map(({ key }) => key).join();
  expect(keys).not.toContain("203.0.113");
  expect(keys).not.toContain("proprietaire");
});

test("resets that strangers ask for do not take the owner's own away", async () => {
  await anOwner();
  await prisma.outboxEmail.deleteMany();
  const ask = (address: string) =>
    sendPasswordLink(owner.email, { visitor: visitor(address), now, realNow });
  for (let n = 0; n < 5; n += 1) await ask("a stranger");
  expect(await prisma.outboxEmail.count()).toBe(3);
  await ask("the owner");
  expect(await prisma.outboxEmail.count()).toBe(4);
  // A crowd of strangers: the mailbox is spared, and holds a link that works.
  for (let n = 0; n < 20; n += 1) await ask(`stranger ${n}`);
  expect(await prisma.outboxEmail.count()).toBe(6);
  const { token } = await linkOf(owner.email);
  const choice = { token, purpose: "reset" as const, password: "une autre phrase bien longue" };
  expect(await choosePassword(choice, { visitor: visitor(), now, realNow })).toMatchObject({
    ok: true,
  });
});

test("numbers of documents: only those that do not exist are counted", async () => {
  for (let n = 0; n < 61; n += 1)
    expect(await verifyDocument(n < 60 ? "2345-6789-BCDF" : "not one", "net")).toEqual(done(null));
  expect(await verifyDocument("2345-6789-BCDF", "net")).toEqual(refused("too-many-attempts"));
  expect(await verifyDocument("2345-6789-BCDF", "another")).toEqual(done(null));
});
