import { asAccount, asNobody, revalidatedPaths } from "@/tests/support/actors";
import { z } from "zod";
import * as mini from "zod/mini";
import { action, registeredActions } from "@/lib/action";
import { type WriteRole } from "@/lib/action/write";
import { authorizeFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { accountRoles, type AccountRole } from "@/lib/domain/access";
import { done, refused } from "@/lib/domain/result";
import { refusalSentence } from "@/lib/sentences";
import { anAccount } from "@/tests/support/builders/account";

const schema = mini.object({
  name: mini.string("Saisissez un nom.").check(mini.minLength(2, "Deux lettres au moins.")),
  age: mini.optional(mini.coerce.number()),
  days: mini.optional(mini.array(mini.string())),
});
const ran: unknown[] = [];

function anAction(role: WriteRole) {
  return action({
    name: `test-${role}`,
    role,
    schema,
    authorize: (actor) => ({ for: actor?.accountId ?? null }),
    async run(ctx, input) {
      ran.push(input);
      return done({ proof: ctx.proof, hello: input.name });
    },
    revalidate: (input, value) => [`/${input.name}`, `/${value.hello}/b`],
  });
}

beforeEach(() => {
  asNobody();
  ran.length = 0;
});

const allowed: Record<WriteRole, readonly string[]> = {
  anyone: ["nobody", ...accountRoles],
  account: accountRoles,
  guardian: ["guardian"],
  agent: accountRoles.filter((role) => role !== "guardian"),
};
const cases = Object.entries(allowed).flatMap(([role, may]) =>
  ["nobody", ...accountRoles].map((who) => [role, who, may.includes(who)] as const),
);

test.each(cases)("an action for %s, asked by %s: %s", async (role, who, may) => {
  if (who !== "nobody") {
    await asAccount(await anAccount(prisma, { role: who as AccountRole }));
  }
  const answer = await anAction(role as WriteRole)({ name: "Léo" });
  expect(answer.ok).toBe(may);
  expect(ran).toHaveLength(may ? 1 : 0);
  const refusal = who === "nobody" ? "signed-out" : "not-found";
  if (!answer.ok) expect(answer).toMatchObject({ refusal, message: refusalSentence[refusal] });
});

test("whoever asks for what is not theirs leaves a line in the log, without what was asked for", async () => {
  const account = await anAccount(prisma, { role: "guardian" });
  await asAccount(account);
  const log = jest.spyOn(console, "info").mockReturnValue();
  log.mockClear();
  await anAction("agent")({ name: "Léo" });
  expect(log.mock.calls).toEqual([
    [JSON.stringify({ level: "notice", what: "test-agent refused", accountId: account.id })],
  ]);
});

test("drops unknown fields, and asks for the pages to be drawn again after a success only", async () => {
  const call = anAction("anyone");
  const answer = await call({ name: "Léo", role: "administrator" });
  expect(answer).toEqual(done({ proof: { for: null }, hello: "Léo" }));
  expect(ran).toEqual([{ name: "Léo" }]);
  expect(revalidatedPaths()).toEqual(["/Léo", "/Léo/b"]);
});

test("takes a form, from a page or from useActionState", async () => {
  const form = new FormData();
  form.append("name", "Léo");
  form.append("days[]", "lundi");
  form.append("$ACTION_ID_1", "x");
  const call = anAction("anyone");
  await call(form);
  await call(null, form);
  form.append("days[]", "mardi");
  await call(form);
  expect(ran).toEqual([
    { name: "Léo", days: ["lundi"] },
    { name: "Léo", days: ["lundi"] },
    { name: "Léo", days: ["lundi", "mardi"] },
  ]);
});

test.each([
  [{ name: "L" }, { name: "Deux lettres au moins." }],
  [{}, { name: "Saisissez un nom." }],
  [
    { name: "Léo", days: ["lundi", 3], age: "x" },
    {
      "days.1": "Cette information n’est pas valable.",
      age: "Cette information n’est pas valable.",
    },
  ],
  [null, { "": "Cette information n’est pas valable." }],
  ["text", { "": "Cette information n’est pas valable." }],
])("says in French what is wrong with %j", async (input, fields) => {
  const answer = await anAction("anyone")(input);
  expect(answer).toEqual({
    ok: false,
    refusal: "invalid",
    message: refusalSentence.invalid,
    fields,
  });
  expect(ran).toEqual([]);
  expect(revalidatedPaths()).toEqual([]);
});

test("what one may not reach is introuvable, whether or not it exists", async () => {
  const mine = await prisma.family.create({ data: { name: "Mine" } });
  const theirs = await prisma.family.create({ data: { name: "Theirs" } });
  const account = await anAccount(prisma);
  await prisma.guardian.create({
    data: { familyId: mine.id, accountId: account.id, firstName: "M", lastName: "D" },
  });
  await asAccount(account);
  const call = action({
    name: "test-family",
    role: "guardian",
    schema: z.object({ familyId: z.number() }),
    authorize: (actor, { familyId }) => authorizeFamily(actor, familyId),
    run: async ({ proof }) => done(proof.familyId),
  });
  expect(await call({ familyId: mine.id })).toEqual(done(mine.id));
  const stranger = await call({ familyId: theirs.id });
  expect(stranger).toMatchObject({ ok: false, refusal: "not-found" });
  expect(await call({ familyId: 999_999 })).toEqual(stranger);
});

test("a refusal has its sentence, and what the service joined to it", async () => {
  const call = action({
    name: "test-refused",
    role: "anyone",
    schema,
    authorize: () => true,
    run: async () => ({ ...refused("link-expired"), value: { at: 3 } }),
  });
  expect(await call({ name: "Léo" })).toEqual({
    ok: false,
    refusal: "link-expired",
    message: refusalSentence["link-expired"],
    fields: {},
    value: { at: 3 },
  });
});

test("a success may lead elsewhere", async () => {
  const call = action({
    name: "test-redirect",
    role: "anyone",
    schema,
    authorize: () => true,
    run: async () => done(7),
    redirectTo: (_input, value) => `/demandes/${value}`,
  });
  await expect(call({ name: "Léo" })).rejects.toMatchObject({
    digest: expect.stringMatching(/NEXT_REDIRECT;.*\/demandes\/7;/) as string,
  });
});

test("the unexpected is refused in plain words and logged by reference, without what was typed", async () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const call = action({
    name: "test-broken",
    role: "anyone",
    schema,
    authorize: () => true,
    run: async (_ctx, { name }) => {
      throw new TypeError(`cannot store ${name}`);
    },
  });
  const form = new FormData();
  form.set("name", "Madelaine");
  const refusal = {
    ok: false,
    refusal: "unexpected",
    message: refusalSentence.unexpected,
    fields: {},
  };
  expect(await call({ name: "Madelaine" })).toEqual(refusal);
  expect(await call(null, form)).toEqual(refusal);
  // Nothing would show the answer to this one: the page of errors does.
  const error = await call(form).then(
    () => null,
    (thrown: Error & { digest: string }) => thrown,
  );
  const lines = log.mock.calls.map(([line]) => String(line));
  log.mockRestore();
  expect(error?.digest).toMatch(/^[0-9a-f]{8}$/);
  expect(`${error?.message} ${error?.stack} ${lines.join()}`).not.toContain("Madelaine");
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[2] ?? "")).toMatchObject({
    what: "test-broken",
    digest: error?.digest,
    name: "TypeError",
  });
});

test("texts reach the service whole, composed and without hidden signs; too deep is refused", async () => {
  const call = anAction("anyone");
  await call({ name: "Le\u0301o\u0000\ud800\r\nDupont" });
  expect(ran).toEqual([{ name: "Léo\ufffd Dupont" }]);
  let deep: unknown = "x";
  for (let n = 0; n < 10_000; n += 1) deep = [deep];
  expect(await call({ name: "Léo", days: deep })).toMatchObject({ refusal: "invalid" });
});

test("a reason keeps its lines", async () => {
  const call = action({
    name: "test-lines",
    role: "anyone",
    schema: mini.object({ reason: mini.string() }),
    authorize: () => true,
    run: async (_ctx, { reason }) => done(reason),
  });
  expect(await call({ reason: "Bonjour,\r\nmerci.\u0007" })).toEqual(done("Bonjour,\nmerci."));
});

test("every action is known by its name", () => {
  anAction("guardian");
  expect(registeredActions.get("test-guardian")).toMatchObject({ role: "guardian" });
});
