import { authorizeOwnAccount } from "@/lib/auth/own-account";
import { prisma } from "@/lib/db";
import { refused, type Result } from "@/lib/domain/result";
import { readOwnPasskeys, removePasskey } from "@/lib/services/accounts/passkeys/own-passkeys";
import { addPasskey, beginPasskey } from "@/lib/services/accounts/passkeys/register";
import {
  askToConfirm,
  askToSignIn,
  confirmByPasskey,
  signInByPasskey,
} from "@/lib/services/accounts/passkeys/sign-in";
import { anActor } from "@/tests/support/actors";
import { Authenticator } from "@/tests/support/authenticator";
import { type AccountSpec, anAccount, aSession } from "@/tests/support/builders/account";
import { attempt, later, now, PASSWORD, visitor } from "./attempts";

beforeEach(() => prisma.throttle.deleteMany());

const at = (minutes: number) => ({ visitor: visitor(), now, realNow: later(minutes) });

function valueOf<V>(result: Result<V, string>): V {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

async function somebody(spec: AccountSpec = {}) {
  const account = await anAccount(prisma, { password: PASSWORD, ...spec });
  const session = await aSession(prisma, { account });
  const own = authorizeOwnAccount(anActor({ accountId: account.id, sessionId: session.id }));
  if (!own) throw new Error("whoever is signed in has an account");
  return { account, own, session };
}

/** Somebody who has just added a passkey. */
async function withPasskey(spec: AccountSpec = {}) {
  const person = await somebody(spec);
  const device = new Authenticator();
  const made = device.make(valueOf(await beginPasskey(person.own, PASSWORD, at(0))));
  const codes = valueOf(await addPasskey(person.own, { response: made, label: "Clé" }, at(0)));
  return { ...person, device, codes };
}

const asked = async (minutes = 1) => valueOf(await askToSignIn(at(minutes)));
const enter = (
  response: Parameters<typeof signInByPasskey>[0],
  { minutes = 1, address }: { minutes?: number; address?: string } = {},
) => {
  const given = { staysSignedIn: false, previousSessionId: null };
  return signInByPasskey(response, { ...at(minutes), visitor: visitor(address), ...given });
};
const kindsOf = async (accountId: string) =>
  (await prisma.signInEvent.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

test("made with the password, told by e-mail, and it signs in alone", async () => {
  const { account, own, device, codes } = await withPasskey({ email: "cle@exemple.fr" });
  expect(codes).toEqual([]);
  expect(await beginPasskey(own, "faux", at(0))).toEqual(refused("wrong-password"));
  const signedIn = valueOf(await enter(device.sign(await asked())));
  expect(signedIn.account.id).toBe(account.id);
  const session = await prisma.session.findUniqueOrThrow({ where: { id: signedIn.sessionId } });
  expect(session.factorProvedAt).toEqual(new Date(later(1)));
  const [passkey] = await readOwnPasskeys(own);
  expect(passkey).toMatchObject({ label: "Clé", isSynced: false, lastUsedAt: later(1) });
  const kinds = ["passkey-added", "wrong-password", "signed-in-by-passkey"];
  expect(await kindsOf(account.id)).toEqual(kinds);
  const told = await prisma.outboxEmail.findFirstOrThrow({ where: { to: "cle@exemple.fr" } });
  expect(told.subject).toBe("Une clé d’accès est ajoutée");
  // A parent's passkey takes nothing from the password.
  expect(await attempt("cle@exemple.fr", PASSWORD)).toMatchObject({ ok: true });
});

test("a challenge serves once, for five minutes, and for what it was given", async () => {
  const { own, device } = await withPasskey();
  const options = await asked();
  const signed = device.sign(options);
  expect(await enter(signed)).toMatchObject({ ok: true });
  expect(await enter(signed)).toEqual(refused("passkey-refused"));
  expect(await enter(device.sign(await asked(1)), { minutes: 6 })).toEqual(
    refused("passkey-refused"),
  );
  const confirming = valueOf(await askToConfirm(own, at(1)));
  expect(await enter(device.sign(confirming))).toEqual(refused("passkey-refused"));
  const made = new Authenticator().make({
    ...valueOf(await beginPasskey(own, PASSWORD, at(0))),
    challenge: options.challenge,
  });
  const added = await addPasskey(own, { response: made, label: "Autre" }, at(0));
  expect(added).toEqual(refused("passkey-refused"));
});

test.each([
  ["another site's origin", { origin: "https://clairval.example.net" }],
  ["another site's id", { rpId: "example.net" }],
  ["nobody was seen", { unverified: true }],
])("refused: %s", async (_what, wrong) => {
  const { own, device } = await withPasskey();
  expect(await enter(device.sign(await asked(), wrong))).toEqual(refused("passkey-refused"));
  const made = new Authenticator().make(valueOf(await beginPasskey(own, PASSWORD, at(0))), wrong);
  const added = await addPasskey(own, { response: made, label: "Autre" }, at(0));
  expect(added).toEqual(refused("passkey-refused"));
  expect(await readOwnPasskeys(own)).toHaveLength(1);
});

test("a counter that does not go on is refused; one that stays at zero is not", async () => {
  const { account, device } = await withPasskey();
  for (const [counter, ok] of [
    [0, true],
    [0, true],
    [5, true],
    [5, false],
    [4, false],
    [6, true],
  ] as const) {
    device.counter = counter;
    expect((await enter(device.sign(await asked()))).ok).toBe(ok);
  }
  expect((await kindsOf(account.id)).filter((kind) => kind === "passkey-refused")).toHaveLength(2);
});

test("another's signature, a closed account, a key that nobody has", async () => {
  const owner = await withPasskey();
  const stranger = await withPasskey();
  const signed = stranger.device.sign(await asked());
  const { id, rawId } = owner.device.sign(await asked());
  expect(await enter({ ...signed, id, rawId })).toEqual(refused("passkey-refused"));
  expect(await enter(new Authenticator().sign(await asked()))).toEqual(refused("passkey-refused"));
  const confirming = valueOf(await askToConfirm(owner.own, at(1)));
  const confirmed = await confirmByPasskey(owner.own, stranger.device.sign(confirming), at(1));
  expect(confirmed).toEqual(refused("passkey-refused"));
  await prisma.account.update({ where: { id: owner.account.id }, data: { active: false } });
  expect(await enter(owner.device.sign(await asked()))).toEqual(refused("passkey-refused"));
});

test("to an agent it is the second factor, with recovery codes, and the last one stays", async () => {
  const { account, own, device, codes, session } = await withPasskey({ role: "desk" });
  expect(codes).toHaveLength(10);
  expect(await attempt(account.email, PASSWORD)).toMatchObject({ refusal: "code-awaited" });
  await prisma.session.update({ where: { id: session.id }, data: { factorProvedAt: null } });
  const confirming = valueOf(await askToConfirm(own, at(20)));
  expect(confirming.allowCredentials).toHaveLength(1);
  expect(await confirmByPasskey(own, device.sign(confirming), at(20))).toMatchObject({ ok: true });
  const proved = await prisma.session.findUniqueOrThrow({ where: { id: session.id } });
  expect(proved.factorProvedAt).toEqual(new Date(later(20)));
  const [passkey] = await readOwnPasskeys(own);
  const only = { id: passkey?.id ?? "", password: PASSWORD };
  expect(await removePasskey(own, only, at(21))).toEqual(refused("factor-compulsory"));
  expect(await readOwnPasskeys(own)).toHaveLength(1);
});

test("removed with the password: it opens nothing, and the other devices are signed out", async () => {
  const { account, own, device, session } = await withPasskey();
  const { sessionId } = valueOf(await enter(device.sign(await asked())));
  const id = (await readOwnPasskeys(own))[0]?.id ?? "";
  const stranger = await somebody();
  const given = { id, password: PASSWORD };
  expect(await removePasskey(stranger.own, given, at(2))).toEqual(refused("not-found"));
  const wrong = { id, password: "faux" };
  expect(await removePasskey(own, wrong, at(2))).toEqual(refused("wrong-password"));
  expect(await removePasskey(own, given, at(2))).toMatchObject({ ok: true });
  expect(await enter(device.sign(await asked()))).toEqual(refused("passkey-refused"));
  const open = await prisma.session.findMany({ where: { accountId: account.id, revokedAt: null } });
  expect(open.map((each) => each.id)).toEqual([session.id]);
  expect(sessionId).not.toBe(session.id);
});

test("sixty failures from one address, then even the right one waits; elsewhere it does not", async () => {
  const { device } = await withPasskey();
  const signed = new Authenticator().sign(await asked());
  for (let n = 0; n < 60; n += 1) await enter(signed, { address: "net" });
  const right = device.sign(await asked());
  expect(await enter(right, { address: "net" })).toEqual(refused("too-many-attempts"));
  expect(await enter(right)).toMatchObject({ ok: true });
});
